-- The audit log is a hash chain: each row's hash covers the row and the hash before it.
create table audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor jsonb not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null
);
create table audit_head (
  single boolean primary key default true check (single),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create function audit_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_append_only before update or delete on audit_entry for each row execute function audit_append_only();
