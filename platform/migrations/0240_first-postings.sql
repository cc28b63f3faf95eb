-- Two postings that come to a new account at the same moment: whoever saw no account, and then saw the other's, wrote an
-- entry without adding it to the balance. What is not there is made, or added to; nothing is looked at in between.
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
      if not found then
        insert into ledger_account (id, balance_fen, may_be_negative) values (line.account, line.fen, false)
          on conflict (id) do nothing;
        if found then
          balance_after := line.fen;
        else
          update ledger_account set balance_fen = balance_fen + line.fen where id = line.account returning balance_fen into balance_after;
        end if;
      end if;
    elsif not exists (select from ledger_account where id = line.account) then
      insert into ledger_account (id, balance_fen, may_be_negative) values (line.account, 0, true)
        on conflict (id) do nothing;
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

-- What was written so is in the entries, which are the truth.
update ledger_account a set balance_fen = e.fen
  from (select account, sum(fen)::bigint as fen from ledger_entry group by account) e
  where e.account = a.id and not a.may_be_negative and a.balance_fen <> e.fen and e.fen >= 0;
