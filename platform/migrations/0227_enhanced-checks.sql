-- 强化实名: the registry of .cn and .中国 asks for more papers of a name's holder, within ten days.
create table enhanced_check (
  id uuid primary key,
  account uuid not null references account (id),
  template uuid not null references registrant_template (id),
  ascii text not null,
  name text not null,
  -- What the registry wrote.
  words text not null,
  noticed_on date not null,
  due_on date not null check (due_on >= noticed_on),
  state text not null check (state in ('open', 'reviewing', 'sent', 'passed', 'withdrawn')),
  opened_by text not null,
  opened_at timestamptz not null,
  -- What the registry answered to the papers, the newest.
  answer text,
  ended_at timestamptz,
  check ((ended_at is null) = (state in ('open', 'reviewing', 'sent')))
);
create unique index enhanced_check_open on enhanced_check (ascii) where ended_at is null;
create index enhanced_check_due on enhanced_check (due_on, id) where ended_at is null;
create index enhanced_check_by_name on enhanced_check (account, ascii, opened_at desc);
-- Its papers are reviewed in a queue of their own.
alter table review_case drop constraint review_case_axis_check;
alter table review_case add constraint review_case_axis_check check (axis in ('identity', 'qualification', 'enhanced'));
alter table identity_paper drop constraint identity_paper_kind_check;
alter table identity_paper add constraint identity_paper_kind_check check (kind in
  ('id-front', 'id-back', 'licence', 'passport', 'authorisation', 'other',
   'trademark-certificate', 'organisation-proof', 'licence-proof', 'application-form',
   'hand-held', 'pledge', 'use-proof'));
