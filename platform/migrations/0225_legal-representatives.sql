-- Who represents an organisation, as its paper names them: typed once, compared by reviewers, offered to filings.
alter table registrant_template add column legal_representative text not null default '';
-- Their letter of authorisation (授权书), where somebody else hands the papers in: offered, never needed.
alter table identity_paper drop constraint identity_paper_kind_check;
alter table identity_paper add constraint identity_paper_kind_check check (kind in
  ('id-front', 'id-back', 'licence', 'passport', 'authorisation', 'other',
   'trademark-certificate', 'organisation-proof', 'licence-proof', 'application-form'));
