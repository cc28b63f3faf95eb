-- A file of a bureau that cannot be carried out: since when, how often, and whether a person let what is behind it go on.
alter table bureau_download add column failed_at timestamptz;
alter table bureau_download add column failed_times integer not null default 0;
alter table bureau_download add column aside_at timestamptz;
update bureau_download set failed_at = received_at, failed_times = 1 where failure is not null and processed_at is null;
-- What the lead of filings was told of lines that stand; once each.
create table bureau_line_told (
  what text primary key,
  told_at timestamptz not null
);
