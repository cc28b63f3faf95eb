-- A code by SMS that confirms one thing at the moment at which it is done (身份验证): a change of holder, a new phone number.

create table confirmation (
  auth_user text not null references auth."user" (id) on delete cascade,
  purpose text not null check (purpose in ('holder-change', 'bind-phone')),
  phone text not null,
  code_digest bytea not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  primary key (auth_user, purpose)
);
