-- Deadlines are rows on the platform's clock. Each is claimed once; one that passed while nobody ran is caught up with.
create table deadline (
  id uuid primary key,
  kind text not null,
  subject text not null,
  -- The window in which it is to be acted upon: not before, and late only after downtime.
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at >= opens_at),
  state text not null default 'open' check (state in ('open', 'done', 'lifted')),
  payload jsonb not null default '{}',
  -- Whether it was acted upon within its window.
  in_time boolean,
  ended_at timestamptz,
  unique (kind, subject, opens_at)
);
create index deadline_open on deadline (opens_at) where state = 'open';
