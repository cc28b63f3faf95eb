-- What a bureau sends besides results and somebody has to see to: sites that are open without a filing, illegal accesses,
-- and tasks to check a filing. The document that told it stays in the vault; here is what is needed to find it.
create table bureau_matter (
  id uuid primary key,
  bureau text not null,
  kind text not null check (kind in ('unfiled-site', 'illegal-access', 'check-task')),
  -- The bureau's own id: of the entry, or of the subject that is to be checked.
  bureau_id text not null,
  -- Id of the document in which it told that.
  download bigint not null,
  account uuid references account (id),
  subject uuid references filing_subject (id),
  title text not null,
  address text,
  listed_on date not null,
  due_on date not null,
  state text not null check (state in ('open', 'answering', 'answered')),
  made_at timestamptz not null,
  answer jsonb,
  answered_by text,
  answered_at timestamptz,
  -- Why the last answer could not leave.
  failure text
);
create unique index bureau_matter_once on bureau_matter (bureau, kind, bureau_id) where state <> 'answered';
create index bureau_matter_open on bureau_matter (due_on, id) where state <> 'answered';
create index bureau_matter_by_download on bureau_matter (download);

-- 黑名单: subjects by the digest of their paper, domains by their A-label; one row a bureau, ended when it is taken back.
create table bureau_blacklist (
  bureau text not null,
  what text not null check (what in ('subject', 'domain')),
  value text not null,
  remark text,
  listed_at timestamptz not null,
  ended_at timestamptz,
  primary key (bureau, what, value)
);
create index bureau_blacklist_listed on bureau_blacklist (what, value) where ended_at is null;
