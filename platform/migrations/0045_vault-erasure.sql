-- What is sealed is erased when its keeping ends. An item that something still points at stays as an empty row.
alter table sealed_item add column erased_at timestamptz;
create index sealed_item_unfinished_end on sealed_item (keep_until) where keep_until is not null and erased_at is null;
drop index sealed_item_by_end;
