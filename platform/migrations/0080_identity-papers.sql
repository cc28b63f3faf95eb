-- Kinds of papers by the ids of the rules of identity: not every kind has a code at the .cn registry, and one code
-- stands for two kinds.

alter table registrant_template
  add column certificate_issued_on date,
  add column certificate_ends_on date;

update registrant_template set certificate_kind = known.id
from (values
  ('SFZ', 'cn-resident-id'),
  ('JGZ', 'cn-officer-card'),
  ('HZ', 'passport'),
  ('GAJMTX', 'hk-macao-travel-permit'),
  ('TWJMTX', 'tw-travel-permit'),
  ('WJLSFZ', 'foreigner-permanent-residence'),
  ('YYZZ', 'business-licence'),
  ('ORG', 'organisation-code'),
  ('TYDM', 'unified-code-certificate'),
  ('QT', 'other-unified-code'),
  ('SYDWFR', 'public-institution'),
  ('SHTTFR', 'social-organisation'),
  ('MBFQY', 'private-non-enterprise'),
  ('SHFWJG', 'social-service-body'),
  ('JJHFR', 'foundation'),
  ('MBXXBX', 'private-school'),
  ('LSZY', 'law-firm'),
  ('SFJD', 'judicial-expertise'),
  ('GZJGZY', 'notary'),
  ('YLJGZY', 'medical'),
  ('ZJCS', 'religious-site'),
  ('BDDM', 'military-code'),
  ('JDDWFW', 'military-paid-service'),
  ('WGCZJG', 'foreign-enterprise-office'),
  ('WGZHWH', 'foreign-cultural-centre'),
  ('WLCZJG', 'foreign-tourism-office'),
  ('BJWSXX', 'embassy-school'),
  ('JWJG', 'overseas-body')
) as known (code, id)
where registrant_template.certificate_kind = known.code;

update registrant_template
set certificate_kind = case when region = 'TW' then 'tw-residence-permit' else 'hk-macao-residence-permit' end
where certificate_kind = 'GATJZZ';
