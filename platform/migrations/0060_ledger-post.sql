-- One posting in one round trip. The rows of busy accounts are locked for as short a time as can be.

create function ledger_post(
  posting_key text, posting_kind text, posting_subject text, posted_at timestamptz,
  -- One element a line; whether an account is covered is the caller's to say, as it names the accounts.
  accounts text[], amounts bigint[], covered boolean[]
) returns text language plpgsql as $$
declare
  posting_id bigint;
  line record;
  balance_after bigint;
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
    insert into ledger_entry (posting, account, fen, balance_after_fen) values (posting_id, line.account, line.fen, balance_after);
  end loop;
  return 'posted';
exception
  -- ledger_account_covered: nothing of the posting stays, and the transaction may go on.
  when check_violation then
    return 'too-low';
end $$;
