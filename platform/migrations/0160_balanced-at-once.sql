-- A posting's entries are written in one statement and summed once, at once, instead of once for every entry at the
-- commit: an order of a hundred lines cost a hundred sums of a hundred.
create or replace function ledger_post(
  posting_key text, posting_kind text, posting_subject text, posted_at timestamptz,
  accounts text[], amounts bigint[], covered boolean[]
) returns text language plpgsql as $$
declare
  posting_id bigint;
  line record;
  balance_after bigint;
  moved_accounts text[] := '{}';
  moved_fen bigint[] := '{}';
  balances bigint[] := '{}';
begin
  insert into ledger_posting (key, kind, subject, at) values (posting_key, posting_kind, posting_subject, posted_at)
    on conflict (key) do nothing returning id into posting_id;
  if posting_id is null then
    return 'known';
  end if;
  -- One order of locking for all: two postings over the same accounts cannot wait for each other in a circle.
  -- Within an account what comes in is there before what goes out.
  for line in
    select l.account, l.fen, l.covered from unnest(accounts, amounts, covered) as l (account, fen, covered) order by l.account collate "C", l.fen desc
  loop
    balance_after := null;
    if line.covered then
      update ledger_account set balance_fen = balance_fen + line.fen where id = line.account returning balance_fen into balance_after;
    end if;
    if balance_after is null and not exists (select from ledger_account where id = line.account) then
      insert into ledger_account (id, balance_fen, may_be_negative)
        values (line.account, case when line.covered then line.fen else 0 end, not line.covered)
        on conflict (id) do nothing;
      if line.covered and found then
        balance_after := line.fen;
      elsif line.covered then
        update ledger_account set balance_fen = balance_fen + line.fen where id = line.account returning balance_fen into balance_after;
      end if;
    end if;
    moved_accounts := array_append(moved_accounts, line.account);
    moved_fen := array_append(moved_fen, line.fen);
    balances := array_append(balances, balance_after);
  end loop;
  insert into ledger_entry (posting, account, fen, balance_after_fen)
    select posting_id, e.account, e.fen, e.balance
    from unnest(moved_accounts, moved_fen, balances) with ordinality as e (account, fen, balance, place) order by e.place;
  return 'posted';
exception
  -- ledger_account_covered: nothing of the posting stays, and the transaction may go on.
  when check_violation then
    return 'too-low';
end $$;

drop trigger ledger_posting_balances on ledger_entry;
drop function ledger_posting_balances();
create function ledger_postings_balance() returns trigger language plpgsql as $$
declare
  touched bigint;
  total numeric;
begin
  -- One after the other: a join with the written rows would read the whole ledger.
  for touched in select distinct posting from written loop
    select sum(fen) into total from ledger_entry where posting = touched;
    if total <> 0 then
      raise exception 'posting % sums to %, not to zero', touched, total;
    end if;
  end loop;
  return null;
end $$;
create trigger ledger_postings_balance after insert on ledger_entry
  referencing new table as written for each statement execute function ledger_postings_balance();
