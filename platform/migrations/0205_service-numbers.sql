-- Products of hosters with which a site may be filed, and the service numbers (备案服务号) that they give.
create table hoster (
  account uuid primary key references account (id),
  name text not null,
  -- Whose addresses are theirs, for the check of names that are not filed.
  networks cidr[] not null,
  admitted_at timestamptz not null
);

create table hosting_product (
  id uuid primary key,
  account uuid not null references account (id),
  -- Who stated it: a hoster's account, or null for the operator.
  stated_by uuid references hoster (account),
  -- Its id where it is sold.
  external_id text not null,
  kind text not null,
  name text not null,
  region text not null check (region in ('mainland', 'abroad')),
  billing text check (billing in ('prepaid', 'pay-as-you-go')),
  months integer check (months >= 0),
  fen bigint check (fen >= 0),
  public_ip boolean,
  ips inet[] not null default '{}',
  place text,
  ends_on date,
  stated_at timestamptz not null,
  unique nulls not distinct (stated_by, external_id)
);
create index hosting_product_by_account on hosting_product (account, id);

create table service_number (
  number text primary key,
  product uuid not null references hosting_product (id),
  -- Who may file with it now.
  account uuid not null references account (id),
  applied_at timestamptz not null,
  given_at timestamptz,
  -- A running draft keeps it for itself; the number is free again when the draft goes.
  reserved_by uuid references filing_order (id) on delete set null,
  -- Consumed by the submission of an order, for ever.
  used_by uuid references filing_order (id) on delete set null,
  used_at timestamptz
);
create index service_number_by_product on service_number (product);
create index service_number_by_account on service_number (account, number);
create index service_number_reserved on service_number (reserved_by) where reserved_by is not null;
