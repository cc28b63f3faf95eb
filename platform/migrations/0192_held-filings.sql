-- An order that its bureau sent back for a reason that only we can mend.
alter table filing_order drop constraint filing_order_state_check;
alter table filing_order add constraint filing_order_state_check check (state in ('draft', 'first-review', 'returned', 'photo',
  'ready', 'submitting', 'held', 'sms', 'bureau', 'passed', 'refused', 'withdrawn', 'lapsed'));
drop index filing_order_submitted;
create unique index filing_order_submitted on filing_order (number_digest)
  where state in ('first-review', 'photo', 'ready', 'submitting', 'held', 'sms', 'bureau', 'lapsed');

-- Ids of the interface are text: they may exceed what a number of the language holds.
alter table filing_subject alter column own_id type text using own_id::text;
alter table filing_service alter column own_id type text using own_id::text;
alter table filing_domain alter column own_id type text using own_id::text;
alter table filing_access alter column own_id type text using own_id::text;
alter table filing_order alter column own_id type text using own_id::text;
