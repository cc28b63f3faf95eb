-- Every change is a task with named steps; an outside command is an intent before its bytes leave.

create sequence task_number;

create table task (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  subject text not null,
  account uuid,
  actor jsonb not null,
  input jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'executing', 'unknown', 'succeeded', 'failed')),
  -- 'failed' once a step was refused: from then on the steps that undo and give back run.
  phase text not null default 'forward' check (phase in ('forward', 'failed')),
  failure jsonb,
  attempts integer not null default 0,
  -- Leases and waiting are kept in the database's own time: the movable clock must not lengthen them.
  run_at timestamptz not null default now(),
  lease_owner integer,
  lease_until timestamptz,
  fence bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index task_due on task (run_at) where state in ('waiting', 'executing', 'unknown');
create index task_by_subject on task (subject);

create table task_step (
  task uuid not null references task (id),
  name text not null,
  ordinal integer not null,
  phase text not null check (phase in ('forward', 'failed')),
  result jsonb,
  finished_at timestamptz not null,
  primary key (task, name)
);

create table intent (
  id uuid primary key,
  task uuid not null references task (id),
  step text not null,
  party text not null,
  -- The transaction id under which the party knows the command.
  trid text not null unique,
  digest text not null,
  request jsonb not null,
  state text not null check (state in ('sent', 'answered', 'refused', 'unknown', 'not-applied')),
  answer jsonb,
  sent_at timestamptz not null default now(),
  ended_at timestamptz
);
-- At most one command of a step is ever open.
create unique index intent_open on intent (task, step) where state in ('sent', 'unknown');
create index intent_by_task on intent (task);

-- The table of states is enforced here too: nothing leaves an end state, and results are never rewritten.
create function task_state_guard() returns trigger language plpgsql as $$
begin
  if old.state in ('succeeded', 'failed') and new.state <> old.state then
    raise exception 'task % has ended as %', old.number, old.state;
  end if;
  if old.phase = 'failed' and new.phase = 'forward' then
    raise exception 'task % is giving back already', old.number;
  end if;
  return new;
end $$;
create trigger task_state_guard before update on task for each row execute function task_state_guard();

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger task_step_append_only before update or delete on task_step for each row execute function append_only();
