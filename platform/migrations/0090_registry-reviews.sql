-- What the reviewers of a registry decided of a name (命名审核、资质审核) or of its holder (实名审核), as its messages told.
create table registry_review (
  domain uuid not null references domain (id),
  axis text not null check (axis in ('identity', 'naming', 'qualification')),
  state text not null check (state in ('passed', 'failed')),
  -- In the registry's own words.
  heard text not null,
  decided_at timestamptz not null,
  primary key (domain, axis)
);
