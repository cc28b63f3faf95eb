-- Messages leave through an outbox that is written in the transaction that causes them.
create table notice (
  id uuid primary key,
  account uuid,
  channel text not null check (channel in ('mail', 'sms')),
  recipient text not null,
  kind text not null,
  locale text not null check (locale in ('zh', 'en')),
  -- Emptied when the message has left: it may hold codes.
  parameters jsonb not null,
  state text not null check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- Proof of sending: digest of the text and the other side's answer.
  proof jsonb
);
create index notice_due on notice (next_at) where state = 'queued';
create index notice_by_account on notice (account, created_at desc);
