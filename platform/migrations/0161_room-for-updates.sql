-- Each row is written once and updated two or three times soon after. With room on its page the new version needs no
-- new entry in any index (heap-only tuples).
alter table task set (fillfactor = 60);
alter table ledger_account set (fillfactor = 80);
