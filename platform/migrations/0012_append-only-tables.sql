-- TRUNCATE passes by row triggers: histories refuse it by triggers of their own.
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function append_only();
create trigger ledger_posting_no_truncate before truncate on ledger_posting for each statement execute function append_only();
create trigger task_step_no_truncate before truncate on task_step for each statement execute function append_only();
create trigger audit_no_truncate before truncate on audit_entry for each statement execute function audit_append_only();
