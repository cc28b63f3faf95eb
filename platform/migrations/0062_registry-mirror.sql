-- When the registry was last asked about a name: the row is a copy of what the registry holds, and copies go stale.

alter table domain add column asked_at timestamptz, add column mirrored_at timestamptz;
create index domain_to_mirror on domain (asked_at nulls first) where released_at is null;
