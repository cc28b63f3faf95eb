-- What an account was told is kept for its inbox (消息), once, whatever the channels it left by.
create table message (
  id uuid primary key,
  account uuid not null references account (id),
  kind text not null,
  -- What it is about: a name, an order, a case; so that staff can find what was told of it.
  subject text,
  parameters jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index message_by_account on message (account, created_at desc, id desc);
create index message_unread on message (account) where read_at is null;
create index message_by_subject on message (subject, created_at) where subject is not null;

alter table notice add column message uuid references message (id);
create index notice_by_message on notice (message) where message is not null;

-- Where the account itself is told what its holders are told (an agent keeps names of many holders).
alter table account add column email text;
update account set email = "user".email
from account_user join auth."user" on auth."user".id = account_user.auth_user
where account_user.account = account.id and account_user.role = 'owner' and "user".email not like '%@phone.invalid';
