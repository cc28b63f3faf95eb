-- A registry may refuse the identity of a holder whom we had verified: then the papers are open again.
alter table registrant_template add column refused_at timestamptz;

-- Words of a registry that nobody here knows decide nothing.
alter table registry_review drop constraint registry_review_state_check;
alter table registry_review add constraint registry_review_state_check check (state in ('passed', 'failed', 'unknown'));
alter table registry_message
  -- Which review it tells of, of whom, and what was understood; `unknown` waits for an operator.
  add column axis text check (axis in ('identity', 'naming', 'qualification')),
  add column contact text,
  add column outcome text check (outcome in ('passed', 'failed', 'overdue', 'unknown')),
  add column settled_at timestamptz,
  add column settled_by text;
create index registry_message_unknown on registry_message (received_at) where outcome = 'unknown' and settled_at is null;

-- The identity of the holder as far as one name is concerned: that of the template, unless the name's registry refused it
-- and has not heard of them again. The list, the states, the locks and the duties all ask this.
create function name_identity(identity text, verified_at timestamptz, decision text, decided_at timestamptz) returns text
language sql immutable as $$
  select case
    when decision is distinct from 'failed' then coalesce(identity, 'unverified')
    when identity = 'reviewing' then 'reviewing'
    when identity = 'verified' and verified_at > decided_at then 'reviewing'
    else 'failed'
  end
$$;
