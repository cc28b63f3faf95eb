-- Reminders before a holder's paper ends: one row a stage that was told.
create table certificate_reminder (
  template uuid not null references registrant_template (id),
  ends date not null,
  -- Days before its end.
  stage integer not null,
  at timestamptz not null,
  primary key (template, ends, stage)
);
