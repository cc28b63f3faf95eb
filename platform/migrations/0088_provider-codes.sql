-- The verification service provider (实名核验机构) behind the platform's own review, and the codes that it signs.
alter table review_case add column heard text;
comment on column review_case.heard is 'what the provider said when it refused, in its own words';

create table verification_code (
  -- Provider's number, a dash and its own id, such as 1-R00000001.
  code text primary key,
  kind text not null check (kind in ('real-name', 'domain')),
  account uuid not null references account (id),
  -- Whose holder a real-name code vouches for, or which label a domain code does.
  template uuid references registrant_template (id),
  label text,
  -- The signed code as it is sent to registries: base64.
  encoded text not null,
  issued_at timestamptz not null,
  check ((kind = 'real-name') = (template is not null)),
  check ((kind = 'domain') = (label is not null))
);
create unique index verification_code_of_template on verification_code (template) where kind = 'real-name';
create unique index verification_code_of_label on verification_code (account, label) where kind = 'domain';

-- A verification that the provider did not decide at once; how it ended is kept before its message is acknowledged.
create table provider_verification (
  code text primary key,
  -- The task that waits for it; null while only the message is known.
  task uuid references task (id),
  state text not null check (state in ('pending', 'passed', 'refused')),
  message text,
  encoded text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'passed') = (encoded is not null)),
  check ((state = 'refused') = (message is not null))
);
create index provider_verification_pending on provider_verification (asked_at) where state = 'pending';
create index provider_verification_ended on provider_verification (ended_at) where ended_at is not null;
