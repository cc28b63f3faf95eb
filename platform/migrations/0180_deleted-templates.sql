-- A template that its owner deletes is hidden at once. What it says of its holder is kept for as long as somebody may ask who
-- held a name, and then erased; the row stays, empty, for what refers to it.

alter table registrant_template
  add column deleted_at timestamptz,
  -- The first day on which nothing may be kept any more.
  add column keep_until date,
  add column erased_at timestamptz,
  -- When a change of holder last took a name from it; names that ended under it tell that themselves.
  add column let_go_at timestamptz,
  alter column identity_record drop not null,
  add constraint registrant_template_erased check (
    (identity_record is null) = (erased_at is not null) and (erased_at is null or deleted_at is not null)
    and (deleted_at is null) = (keep_until is null));

update registrant_template t set let_go_at = told.at from (
  select detail ->> 'from' as template, max(at) as at from audit_entry where action = 'domain.holder-changed' group by 1
) told where t.id::text = told.template;

alter table sealed_item drop constraint sealed_item_ends_because_check;
alter table sealed_item add constraint sealed_item_ends_because_check
  check (ends_because in ('kept-long-enough', 'taken-back', 'consent-withdrawn', 'template-deleted'));
