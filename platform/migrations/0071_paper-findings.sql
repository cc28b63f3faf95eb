-- What was told of a photograph is told again whenever somebody looks at it, in full.

alter table identity_paper drop column advice;
alter table identity_paper add column findings jsonb not null default '[]';
