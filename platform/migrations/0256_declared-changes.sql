-- An owner may say that something filed has changed.
alter table filing_duty drop constraint filing_duty_found_by_check;
alter table filing_duty add constraint filing_duty_found_by_check
  check (found_by in ('bureau', 'approval', 'scan', 'event', 'probe', 'owner'));
