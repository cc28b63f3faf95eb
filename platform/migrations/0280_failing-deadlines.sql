-- A deadline that could not be acted upon waits longer each time, and those that never failed come first.
alter table deadline
  add column failures integer not null default 0,
  add column retry_at timestamptz;

create index deadline_retry on deadline (retry_at) where state = 'open' and retry_at is not null;
