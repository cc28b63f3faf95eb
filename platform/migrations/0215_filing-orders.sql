-- A bureau's yes comes before what it publishes, and what it publishes of a subject may be about something else.
alter table filing_submission add column approved_at timestamptz;

-- Accesses of other providers, as the bureau told last; null while it told nothing. The only access cannot be cancelled.
alter table filing_service add column other_accesses integer;

-- What a bureau published of filings that we give an access to, whoever filed them: a claim finds its ids here. Ids,
-- numbers, names of services, domains and addresses only; nothing personal.
create table filing_publication (
  bureau text not null,
  number text not null,
  filing jsonb not null,
  told_at timestamptz not null,
  primary key (bureau, number)
);
