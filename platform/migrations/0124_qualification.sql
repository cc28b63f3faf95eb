-- Qualification of a name (资质审核): its papers, what is declared of them, and cases that are about one name. And what a
-- reviewer owes: looks that took place, a case that is one reviewer's, another reviewer who is asked.

alter table identity_paper drop constraint identity_paper_kind_check;
alter table identity_paper add constraint identity_paper_kind_check check (kind in
  ('id-front', 'id-back', 'licence', 'passport', 'other', 'trademark-certificate', 'organisation-proof', 'application-form'));
-- The A-label name whose qualification it proves; null: a paper of the holder's own identity.
alter table identity_paper add column for_name text;
drop index identity_paper_one_a_kind;
create unique index identity_paper_one_a_kind on identity_paper (template, kind, coalesce(for_name, '')) where removed_at is null;

alter table review_case add column for_name text;
-- What the customer says of the papers: the number, owner and class of a trademark; the organisation.
alter table review_case add column declared jsonb;
alter table review_case add constraint review_case_about check ((axis = 'identity') = (for_name is null));
drop index review_case_open;
create unique index review_case_open on review_case (template, axis, coalesce(for_name, '')) where state in ('waiting', 'second', 'provider');
create index review_case_by_name on review_case (account, for_name, submitted_at desc) where for_name is not null;

-- When the photograph of the view was sent: an address that nobody opened is no look.
alter table paper_view add column opened_at timestamptz;
create index paper_view_by_paper on paper_view (paper, reviewer) where opened_at is not null;

-- Who works on it, until when; and who asked that somebody else decides.
alter table review_case add column claimed_by text;
alter table review_case add column claimed_until timestamptz;
alter table review_case add column escalated_by text;
alter table review_case add column escalated_at timestamptz;

-- Labels are reviewed by the verification provider and by registries, never by our reviewers (命名审核).
alter table review_case drop constraint review_case_axis_check;
alter table review_case add constraint review_case_axis_check check (axis in ('identity', 'qualification'));
