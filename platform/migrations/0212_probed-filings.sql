-- Filed names are looked at from outside, each once a day: when, and how often in a row nothing opened.
alter table filing_domain
  add column probed_at timestamptz,
  add column failed_looks integer not null default 0;
create index filing_domain_to_probe on filing_domain (probed_at nulls first) where ended_at is null;
