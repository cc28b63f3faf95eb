-- A phone also takes the photographs that prove the right to a name (资质材料): which name, and which papers are wanted.

alter table upload_link
  add column for_name text,
  add column kinds text[],
  add constraint upload_link_about check ((for_name is null) = (kinds is null));
