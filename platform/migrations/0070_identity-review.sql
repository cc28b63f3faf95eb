-- Real-name verification (实名认证): consent, papers, and the platform's own review of them.

-- PIPL art. 29: sensitive personal data need a consent of their own; which text was shown is part of it.
create table consent (
  id uuid primary key,
  account uuid not null references account (id),
  given_by text not null,
  purpose text not null check (purpose in ('identity-papers')),
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consent_in_force on consent (account, purpose) where withdrawn_at is null;

create table identity_paper (
  id uuid primary key,
  account uuid not null references account (id),
  template uuid not null references registrant_template (id),
  kind text not null check (kind in ('id-front', 'id-back', 'licence', 'passport', 'other')),
  item uuid not null references sealed_item (id),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes integer not null check (bytes > 0),
  -- Ids of the rules that advise against it; nothing of what is on it.
  advice text[] not null,
  via text not null check (via in ('computer', 'phone')),
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create unique index identity_paper_one_a_kind on identity_paper (template, kind) where removed_at is null;

-- The address in a QR code that lets a phone take the photograph; only its digest is kept.
create table upload_link (
  digest bytea primary key,
  account uuid not null references account (id),
  template uuid not null references registrant_template (id),
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index upload_link_by_template on upload_link (template);

create sequence review_number;

create table review_case (
  id uuid primary key,
  number text not null unique,
  account uuid not null references account (id),
  template uuid not null references registrant_template (id),
  axis text not null check (axis in ('identity', 'naming', 'qualification')),
  -- Which time it is that this template asks: after repeated failure a ticket is offered.
  attempt integer not null check (attempt > 0),
  state text not null check (state in ('waiting', 'second', 'provider', 'passed', 'failed', 'withdrawn')),
  papers uuid[] not null,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  first_reviewer text,
  last_reviewer text,
  decided_at timestamptz,
  -- Ids of the dictionary, and what the reviewer wrote for the customer.
  reasons text[] not null default '{}',
  remark text
);
create unique index review_case_open on review_case (template, axis) where state in ('waiting', 'second', 'provider');
create index review_case_queue on review_case (axis, due_at, id) where state in ('waiting', 'second');
create index review_case_by_template on review_case (template, submitted_at desc);

-- The course of a case, one line an event: the timeline that customer and staff see.
create table review_event (
  id bigint generated always as identity primary key,
  review_case uuid not null references review_case (id),
  at timestamptz not null,
  kind text not null,
  by text not null,
  detail jsonb not null default '{}'
);
create index review_event_by_case on review_event (review_case, id);

-- A look at a paper by a reviewer: short-lived, for one person, logged.
create table paper_view (
  digest bytea primary key,
  paper uuid not null references identity_paper (id),
  reviewer text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
