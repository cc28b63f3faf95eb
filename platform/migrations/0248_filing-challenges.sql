-- Challenges of step one that were answered: each is good once, until it expires.
create table filing_challenge (
  mac bytea primary key,
  expires_at timestamptz not null
);
create index filing_challenge_expired on filing_challenge (expires_at);
