-- Our own accounts, the users that act for them, their API tokens, and proofs that an account reads an address.

create table account (
  id uuid primary key,
  name text not null,
  locale text not null check (locale in ('zh', 'en')),
  created_at timestamptz not null
);

create table account_user (
  auth_user text primary key,
  account uuid not null references account (id),
  role text not null check (role in ('owner', 'sub-user')),
  created_at timestamptz not null
);
create unique index account_user_one_owner on account_user (account) where role = 'owner';
create index account_user_by_account on account_user (account);

-- A token is kept as a digest only; it acts for the user that made it.
create table api_token (
  id uuid primary key,
  account uuid not null references account (id),
  auth_user text not null references account_user (auth_user) on delete cascade,
  name text not null,
  digest bytea not null unique,
  tail text not null,
  created_at timestamptz not null
);
create index api_token_by_account on api_token (account);

-- Verification belongs to an account and an address: another account proves the same address again.
create table email_verification (
  account uuid not null references account (id),
  email text not null,
  verified_at timestamptz,
  token_digest bytea unique,
  code_digest bytea,
  attempts integer not null default 0,
  sent_at timestamptz,
  expires_at timestamptz,
  primary key (account, email)
);

-- Counters of guesses; a row is void when its window is over.
create table attempt (
  key text primary key,
  count integer not null,
  until timestamptz not null
);
