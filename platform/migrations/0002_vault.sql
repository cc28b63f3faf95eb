-- Sealed data: each item has a key of its own, wrapped by a master key that is not in this database.
create table sealed_item (
  id uuid primary key,
  purpose text not null,
  -- The day on which keeping it ends; null: for the life of what it belongs to.
  keep_until date,
  master_key text not null,
  wrapped_key bytea not null,
  nonce bytea not null,
  box bytea not null,
  sealed_at timestamptz not null
);
create index sealed_item_by_master_key on sealed_item (master_key);
create index sealed_item_by_end on sealed_item (keep_until) where keep_until is not null;
