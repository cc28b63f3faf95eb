-- Domains that this platform sponsors, the contacts it made at registries, and claims that keep two of our own orders
-- from sending `create` for one name at the same time.

create table domain (
  id uuid primary key,
  account uuid not null,
  name text not null,
  ascii text not null,
  suffix text not null,
  registry text not null,
  roid text,
  template uuid not null,
  holder_type text not null check (holder_type in ('person', 'organisation')),
  registered_at timestamptz not null,
  expires_at timestamptz not null,
  statuses text[] not null default '{}',
  nameservers text[] not null default '{}',
  auto_renew boolean not null default false,
  auth_info bytea not null,
  raw jsonb not null default '{}',
  released_at timestamptz
);
-- One live row a name: a released name may be registered again later, by anyone.
create unique index domain_live_name on domain (ascii) where released_at is null;
create index domain_by_account_expiry on domain (account, expires_at, ascii) where released_at is null;

create table domain_claim (
  ascii text primary key,
  task uuid not null,
  claimed_at timestamptz not null
);

-- A contact object (RFC 5733) made at a registry from one template; its handle never changes.
create table registry_contact (
  template uuid not null,
  registry text not null,
  handle text not null,
  created_at timestamptz not null,
  primary key (template, registry)
);
