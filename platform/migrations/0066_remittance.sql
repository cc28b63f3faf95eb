-- Money that a customer sends by bank (线下汇款、对公转账): told beforehand, so that finance staff can match it, and credited once.

create table remittance (
  id uuid primary key,
  account uuid not null,
  -- What the customer writes into the transfer's remark.
  reference text not null unique,
  fen bigint not null check (fen > 0),
  state text not null check (state in ('announced', 'received', 'withdrawn')),
  announced_at timestamptz not null,
  received_fen bigint check (received_fen > 0),
  -- The bank's own number of the entry on our statement: one entry is credited once.
  bank_reference text unique,
  received_on date,
  received_by text,
  received_at timestamptz,
  check ((state = 'received') = (received_fen is not null and bank_reference is not null and received_on is not null and received_by is not null and received_at is not null))
);
create index remittance_by_account on remittance (account, announced_at desc);
create index remittance_open on remittance (announced_at) where state = 'announced';
