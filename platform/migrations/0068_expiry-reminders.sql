-- Reminders before a name expires and after (ICANN Expired Registration Recovery Policy 2.1): one row a stage that was sent.

create table expiry_reminder (
  domain uuid not null references domain (id),
  expires_at timestamptz not null,
  -- Days before expiry; negative after it.
  stage integer not null,
  at timestamptz not null,
  primary key (domain, expires_at, stage)
);
create index domain_by_expiry on domain (expires_at) where released_at is null;
