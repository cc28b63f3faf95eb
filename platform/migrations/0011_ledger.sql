-- A double-entry ledger in integer fen. Entries are only appended; each posting sums to zero.

create table ledger_account (
  id text primary key,
  balance_fen bigint not null default 0,
  -- A customer's money never goes below zero; the platform's own accounts and the channels may.
  may_be_negative boolean not null
  , constraint ledger_account_covered check (may_be_negative or balance_fen >= 0)
);

create table ledger_posting (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null,
  subject text not null,
  at timestamptz not null
);

create table ledger_entry (
  id bigint generated always as identity primary key,
  posting bigint not null references ledger_posting (id),
  account text not null references ledger_account (id),
  fen bigint not null check (fen <> 0),
  -- Only for covered accounts: the others keep no running balance, so that one busy row does not hold everybody up.
  balance_after_fen bigint
);
create index ledger_entry_by_account on ledger_entry (account, id);
create index ledger_entry_by_posting on ledger_entry (posting);

create function ledger_posting_balances() returns trigger language plpgsql as $$
declare
  total numeric;
begin
  select coalesce(sum(fen), 0) into total from ledger_entry where posting = new.posting;
  if total <> 0 then
    raise exception 'posting % sums to %, not to zero', new.posting, total;
  end if;
  return null;
end $$;
create constraint trigger ledger_posting_balances after insert on ledger_entry deferrable initially deferred
  for each row execute function ledger_posting_balances();
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function append_only();
create trigger ledger_posting_append_only before update or delete on ledger_posting for each row execute function append_only();
