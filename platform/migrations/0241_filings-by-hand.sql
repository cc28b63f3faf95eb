-- Orders that the interface of their bureau cannot carry (Apps, mini-programs, quick apps): an operator enters them at
-- the bureau's own site, and writes down when, under which receipt, and what came of it.
alter table filing_order add column by_hand boolean not null default false;
alter table filing_order drop constraint filing_order_state_check;
alter table filing_order add constraint filing_order_state_check check (state in ('draft', 'first-review', 'returned', 'photo',
  'ready', 'by-hand', 'submitting', 'held', 'sms', 'bureau', 'passed', 'refused', 'withdrawn', 'lapsed'));
drop index filing_order_submitted;
create unique index filing_order_submitted on filing_order (number_digest)
  where state in ('first-review', 'photo', 'ready', 'by-hand', 'submitting', 'held', 'sms', 'bureau', 'lapsed');
create index filing_order_by_hand on filing_order (due_at, id) where by_hand and state in ('by-hand', 'sms', 'bureau');

create table filing_hand_entry (
  filing_order uuid not null references filing_order (id) on delete cascade,
  attempt integer not null check (attempt > 0),
  -- Why it does not go by the line: what the interface of that day did not carry, and which interface that was.
  kinds text[] not null check (cardinality(kinds) > 0),
  interface text not null,
  made_at timestamptz not null,
  handed_in_on date,
  receipt text,
  note text,
  handed_in_at timestamptz,
  handed_in_by text,
  outcome text check (outcome in ('passed', 'returned')),
  answered_at timestamptz,
  answered_by text,
  primary key (filing_order, attempt),
  check ((handed_in_on is null) = (handed_in_at is null)),
  check (handed_in_at is null or receipt is not null or note is not null),
  check (outcome is null or handed_in_at is not null)
);
