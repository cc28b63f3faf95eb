-- The bureaus' line (管局接口): files that we send under numbers without gaps, files that they send, and their code tables.
-- `bureau` is the id of a connection in the configuration: the code of a province, or the ministry.
create table bureau_upload (
  bureau text not null,
  key text not null,
  sequence integer not null check (sequence > 0),
  file_name text not null,
  profile text not null,
  -- Of the zip, as the bureau was told it.
  hash text not null,
  -- The payload as it is sent, in the vault; a bureau may ask for it again for three months and longer.
  item uuid not null references sealed_item (id),
  state text not null check (state in ('prepared', 'sending', 'unknown', 'accepted', 'withdrawn', 'stopped')),
  last_code integer,
  last_message text,
  stopped_because text,
  rebuilt integer not null default 0,
  prepared_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bureau, key)
);
-- A number is one file's, and one file is on its way at a time.
create unique index bureau_upload_sequence on bureau_upload (bureau, sequence) where state <> 'withdrawn';
create unique index bureau_upload_open on bureau_upload (bureau) where state not in ('accepted', 'withdrawn');
create index bureau_upload_item on bureau_upload (item);

create table bureau_download (
  id bigint generated always as identity primary key,
  bureau text not null,
  file_name text not null,
  hash text not null,
  profile text not null,
  -- The document as it came, in the vault.
  item uuid references sealed_item (id),
  unreadable text,
  received_at timestamptz not null,
  acknowledged_at timestamptz,
  processed_at timestamptz,
  -- What could not be processed, for whoever looks.
  failure text,
  unique (bureau, file_name, hash)
);
create index bureau_download_due on bureau_download (bureau, id) where processed_at is null;
create index bureau_download_item on bureau_download (item);

create table bureau_broken_file (
  bureau text not null,
  file_name text not null,
  times integer not null,
  because text not null,
  at timestamptz not null,
  primary key (bureau, file_name)
);

-- Natures, certificate kinds, contents …: each bureau's own, with their versions.
create table bureau_code_tables (
  bureau text primary key,
  book jsonb not null,
  loaded_at timestamptz not null
);

-- What left for a bureau for an order, attempt by attempt.
create table filing_submission (
  filing_order uuid not null references filing_order (id) on delete cascade,
  attempt integer not null,
  bureau text not null,
  kind text not null,
  -- The XML of the file, in the vault.
  item uuid not null references sealed_item (id),
  -- Everything by which the bureau may name it in an answer.
  keys text[] not null,
  sequence integer,
  made_at timestamptz not null,
  accepted_at timestamptz,
  answered_at timestamptz,
  outcome text check (outcome in ('approved', 'refused', 'superseded')),
  primary key (filing_order, attempt)
);
create index filing_submission_keys on filing_submission using gin (keys);
create index filing_submission_item on filing_submission (item);

-- What a bureau or our own scan wants done about something filed, until a day.
create table filing_duty (
  id uuid primary key,
  account uuid not null references account (id),
  subject uuid not null references filing_subject (id),
  service uuid references filing_service (id),
  kind text not null,
  detail jsonb not null default '{}',
  made_at timestamptz not null,
  due_on date,
  done_at timestamptz
);
create unique index filing_duty_open on filing_duty (subject, coalesce(service, subject), kind) where done_at is null;
create index filing_duty_by_account on filing_duty (account) where done_at is null;
