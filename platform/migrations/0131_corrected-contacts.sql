-- A holder whose data was corrected is corrected at the registries that keep a contact of them (contact:update).
alter table registrant_template
  -- Counts the corrections.
  add column revision integer not null default 1 check (revision > 0),
  -- When the holder was verified last.
  add column verified_at timestamptz;
alter table registry_contact
  -- What the registry was told last; 0: not known, so it is compared.
  add column revision integer not null default 0 check (revision >= 0),
  add column told_at timestamptz,
  -- To be looked at: what is known of before this migration is compared once.
  add column due boolean not null default true,
  -- Why the registry did not take the last correction, in its words.
  add column refused text;
create index registry_contact_due on registry_contact (created_at) where due;
create index registry_contact_handle on registry_contact (handle);

-- Whoever corrects or verifies a holder, every registry that knows them is due.
create function contacts_fall_due() returns trigger language plpgsql as $$
begin
  update registry_contact set due = true where template = new.id;
  return null;
end $$;
create trigger registrant_template_corrected after update of revision, verified_at on registrant_template
  for each row when (old.revision is distinct from new.revision or old.verified_at is distinct from new.verified_at)
  execute function contacts_fall_due();
