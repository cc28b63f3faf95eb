-- The operator's dated changes of the suffix catalogue: drafts first, then published, perhaps withdrawn. What a change
-- says is never edited; another one is made instead.

create table catalog_change (
  id uuid primary key,
  suffix text not null,
  patch jsonb not null,
  from_day date not null,
  -- Last day, inclusive.
  until_day date,
  note text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- The revision of the catalogue that it made; changes that begin on one day apply in this order.
  place bigint unique,
  published_by text,
  published_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  -- From this day it counts no more; before it, it counted.
  withdrawn_on date,
  check ((place is null) = (published_at is null)),
  check ((withdrawn_on is null) = (withdrawn_at is null)),
  check (published_at is null or until_day is null or until_day >= from_day)
);
create index catalog_change_published on catalog_change (place) where place is not null;

create function catalog_change_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'catalog_change is not deleted, it is withdrawn';
  end if;
  if (new.id, new.suffix, new.patch, new.from_day, new.until_day, new.made_by, new.made_at)
     is distinct from (old.id, old.suffix, old.patch, old.from_day, old.until_day, old.made_by, old.made_at)
     or (old.place is not null and new.place is distinct from old.place)
     or (old.withdrawn_on is not null and new.withdrawn_on is distinct from old.withdrawn_on) then
    raise exception 'what a catalog_change says is not edited';
  end if;
  return new;
end $$;
create trigger catalog_change_kept before update or delete on catalog_change
  for each row execute function catalog_change_kept();

-- One row: locked by whoever publishes or withdraws, so that two do not do it at once. Every process learns of a new number.
create table catalog_revision (
  single boolean primary key default true check (single),
  revision bigint not null
);
insert into catalog_revision (revision) values (0);

create function catalog_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('catalog_changed', new.revision::text);
  return null;
end $$;
create trigger catalog_changed after update on catalog_revision for each row execute function catalog_changed();
