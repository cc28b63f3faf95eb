-- Names that a registrar reports to the ministry (域名报备): what is to be told of each, and what the ministry has.
create table domain_report (
  ascii text primary key,
  -- Ours in the ministry's interface (IspId); the ministry's own comes with the result of the first report.
  own_id bigint generated always as identity unique,
  ministry_id text,
  known_since timestamptz,
  state text not null default 'due' check (state in ('due', 'sent', 'known', 'refused', 'outside', 'removed')),
  -- Counts the changes of what is to be told.
  revision integer not null default 1,
  -- When it last moved by something heard or decided.
  settled_at timestamptz,
  -- What stands against it: codes of the interface, with their fields.
  codes jsonb not null default '[]',
  again_at timestamptz,
  check ((ministry_id is null) = (known_since is null))
);
create index domain_report_by_state on domain_report (state, own_id);

-- One file to the ministry, of one operation.
create table domain_report_file (
  id uuid primary key,
  operation text not null check (operation in ('new-domain', 'change-domain', 'remove-domain')),
  -- The XML, in the vault.
  item uuid not null references sealed_item (id),
  made_at timestamptz not null,
  sequence integer,
  accepted_at timestamptz
);
create index domain_report_file_item on domain_report_file (item);

create table domain_report_entry (
  file uuid not null references domain_report_file (id),
  ascii text not null references domain_report (ascii),
  operation text not null,
  own_id bigint not null,
  ministry_id text,
  -- What was told: a later one is told again.
  revision integer not null,
  outcome text check (outcome in ('done', 'refused', 'not-taken', 'unanswered')),
  codes jsonb not null default '[]',
  answered_at timestamptz,
  primary key (file, ascii)
);
-- A late answer counts too.
create index domain_report_entry_by_own on domain_report_entry (own_id) where outcome is null or outcome = 'unanswered';
create index domain_report_entry_by_ministry on domain_report_entry (ministry_id) where outcome is null or outcome = 'unanswered';
create index domain_report_entry_open on domain_report_entry (ascii) where outcome is null;

-- Whichever way a name changes (registered, renewed, another holder, other servers, released, corrected at the registry),
-- the duty to tell is written in the same transaction.
create function domain_to_report() returns trigger language plpgsql as $$
begin
  insert into domain_report (ascii) values (new.ascii)
  on conflict (ascii) do update set
    revision = domain_report.revision + 1,
    state = case domain_report.state when 'sent' then 'sent' else 'due' end,
    again_at = null;
  return null;
end $$;
create trigger domain_to_report after insert on domain for each row execute function domain_to_report();
create trigger domain_to_report_again after update of template, registered_at, expires_at, nameservers, front, released_at on domain
  for each row
  when ((old.template, old.registered_at, old.expires_at, old.nameservers, old.front, old.released_at)
    is distinct from (new.template, new.registered_at, new.expires_at, new.nameservers, new.front, new.released_at))
  execute function domain_to_report();

create function holder_to_report() returns trigger language plpgsql as $$
begin
  -- In one order by everybody, so that two who change many never wait for each other.
  perform 1 from domain_report
  where ascii in (select ascii from domain where template = new.id and released_at is null) order by ascii for update;
  update domain_report set
    revision = revision + 1,
    state = case state when 'sent' then 'sent' else 'due' end,
    again_at = null
  where ascii in (select ascii from domain where template = new.id and released_at is null);
  return null;
end $$;
create trigger holder_to_report after update of revision on registrant_template
  for each row when (old.revision is distinct from new.revision) execute function holder_to_report();

insert into domain_report (ascii) select ascii from domain where released_at is null order by registered_at, ascii;
