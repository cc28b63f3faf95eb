-- Passwords of our accounts at registries that were changed over EPP (newPW). Sealed; the new one is written before it is
-- sent. `instead_of` is the configured one: when the configuration has another, the row counts no more.
create table registry_password (
  registry text primary key,
  instead_of bytea not null,
  password bytea,
  wanted bytea,
  refused_code integer,
  asked_at timestamptz not null,
  settled_at timestamptz
);
