-- ICP filing (备案): subjects and services as they are filed, and orders on their way to a bureau.
create sequence filing_number;
-- Ids that we give to what is filed (Isp…id): unique for life, over all bureaus.
create sequence filing_own_id start 100000001;

create table filing_subject (
  id uuid primary key,
  account uuid not null references account (id),
  -- Kind and number of the paper under the key of identity digests: found again without being readable.
  number_digest bytea not null,
  name_digest bytea not null,
  template uuid references registrant_template (id),
  nature text not null,
  name text not null,
  -- Code of GB/T 2260.
  province text not null,
  number text,
  own_id bigint not null unique,
  bureau_id text,
  state text not null check (state in ('filed', 'cancelled')),
  -- What was filed, in the words of the model; personal, so it is a box of the vault.
  filed bytea not null,
  filed_at timestamptz not null,
  ended_at timestamptz
);
create unique index filing_subject_filed on filing_subject (number_digest) where state = 'filed';
create index filing_subject_by_account on filing_subject (account);

create table filing_service (
  id uuid primary key,
  subject uuid not null references filing_subject (id),
  kind text not null check (kind in ('website', 'app', 'mini-program', 'quick-app')),
  name text not null,
  number text,
  home_url text,
  own_id bigint not null unique,
  bureau_id text,
  state text not null check (state in ('filed', 'cancelled')),
  -- Whether we give it an access; false after ours was cancelled.
  here boolean not null default true,
  filed bytea not null,
  filed_at timestamptz not null,
  ended_at timestamptz
);
create index filing_service_by_subject on filing_service (subject);

-- A domain is filed for one service at a time.
create table filing_domain (
  service uuid not null references filing_service (id),
  ascii text not null,
  own_id bigint not null unique,
  bureau_id text,
  ended_at timestamptz,
  primary key (service, ascii)
);
create unique index filing_domain_filed on filing_domain (ascii) where ended_at is null;

create table filing_access (
  id uuid primary key,
  service uuid not null references filing_service (id),
  own_id bigint not null unique,
  bureau_id text,
  product text not null,
  server text,
  ips text[] not null,
  place text not null,
  ended_at timestamptz
);
create index filing_access_by_service on filing_access (service);

create table filing_order (
  id uuid primary key,
  number text not null unique,
  account uuid not null references account (id),
  wish text not null,
  type text not null check (type in ('first', 'new-access', 'new-service-here', 'new-service-elsewhere', 'change-subject',
    'change-service', 'change-access', 'cancel-subject', 'cancel-service', 'cancel-access', 'claim')),
  -- Null while the region is not known.
  province text,
  template uuid references registrant_template (id),
  subject uuid references filing_subject (id),
  service uuid references filing_service (id),
  number_digest bytea,
  name_digest bytea,
  -- What is shown in lists without opening the draft.
  title text not null,
  state text not null check (state in ('draft', 'first-review', 'returned', 'photo', 'ready', 'submitting', 'sms', 'bureau',
    'passed', 'refused', 'withdrawn', 'lapsed')),
  attempt integer not null default 0,
  draft bytea not null,
  revision integer not null default 0,
  -- Ids of ours by what they are given to, and what the bureau answered.
  own_id bigint not null unique,
  consented_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Handed to us the last time; handed to the bureau the last time; ended.
  submitted_at timestamptz,
  bureau_at timestamptz,
  ended_at timestamptz,
  due_at timestamptz,
  claimed_by text,
  claimed_until timestamptz,
  first_reviewer text,
  filing_number text
);
-- One order for a certificate at a time: within an account from its first draft, over all accounts from its submission,
-- so that nobody is kept from filing by a stranger's draft.
create unique index filing_order_running on filing_order (account, number_digest)
  where state not in ('passed', 'withdrawn');
create unique index filing_order_submitted on filing_order (number_digest)
  where state in ('first-review', 'photo', 'ready', 'submitting', 'sms', 'bureau', 'lapsed');
create index filing_order_by_account on filing_order (account, created_at desc, id);
create index filing_order_queue on filing_order (due_at, id) where state = 'first-review';

create table filing_order_domain (
  filing_order uuid not null references filing_order (id) on delete cascade,
  account uuid not null,
  ascii text not null,
  name text not null,
  running boolean not null,
  submitted boolean not null,
  primary key (filing_order, ascii)
);
create unique index filing_order_domain_running on filing_order_domain (account, ascii) where running;
create unique index filing_order_domain_submitted on filing_order_domain (ascii) where submitted;

create table filing_event (
  id bigint generated always as identity primary key,
  filing_order uuid not null references filing_order (id) on delete cascade,
  at timestamptz not null,
  kind text not null,
  by text not null,
  detail jsonb not null default '{}'
);
create index filing_event_by_order on filing_event (filing_order, id);

create table filing_paper (
  id uuid primary key,
  account uuid not null references account (id),
  filing_order uuid not null references filing_order (id) on delete cascade,
  kind text not null,
  -- Of several services, which it belongs to; null for the subject's.
  service text,
  item uuid not null references sealed_item (id),
  width integer not null,
  height integer not null,
  bytes integer not null,
  findings jsonb not null default '[]',
  via text not null check (via in ('computer', 'phone')),
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index filing_paper_by_order on filing_paper (filing_order) where removed_at is null;
create index filing_paper_by_item on filing_paper (item);

create table filing_upload_link (
  digest bytea primary key,
  account uuid not null,
  filing_order uuid not null references filing_order (id) on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null
);

create table filing_paper_view (
  digest bytea primary key,
  paper uuid not null references filing_paper (id) on delete cascade,
  reviewer text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz
);
create index filing_paper_view_by_paper on filing_paper_view (paper);
