-- Files of the bureaus' lines are listed, and one of them is shown: each has a number of its own.
alter table bureau_upload add column id bigint generated always as identity;
create unique index bureau_upload_id on bureau_upload (id);
create index bureau_upload_of_bureau on bureau_upload (bureau, id);
create index bureau_download_of_bureau on bureau_download (bureau, id);
