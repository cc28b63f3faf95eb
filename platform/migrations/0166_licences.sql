-- The licence that a suffix for one trade asks of its holders (.law, .餐厅) is a paper of a name's qualification.
alter table identity_paper drop constraint identity_paper_kind_check;
alter table identity_paper add constraint identity_paper_kind_check check (kind in
  ('id-front', 'id-back', 'licence', 'passport', 'other',
   'trademark-certificate', 'organisation-proof', 'licence-proof', 'application-form'));
