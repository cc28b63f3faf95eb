-- Names of a passed filing whose zones are hosted here: what became of setting their addresses.
create table filing_zone_record (
  filing_order uuid not null references filing_order (id) on delete cascade,
  name text not null,
  zone text not null,
  -- `left`: something stood there already, and stays. `failed`: the server refused; its owner sets it.
  state text not null check (state in ('setting', 'set', 'left', 'failed')),
  changed_at timestamptz not null,
  primary key (filing_order, name)
);
create trigger filing_zone_record_changed after insert or update on filing_zone_record
  for each row execute function filing_order_changed();
