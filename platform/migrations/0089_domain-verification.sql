-- What a registry says of the verification codes of a name (verificationCode-1.0), and our own part in its verification.
alter table domain add column compliance text check (compliance in ('notApplicable', 'nonCompliant', 'pendingCompliance', 'compliant'));
alter table domain add column compliance_due timestamptz;
-- When the codes of holder and label were sent to the registry, with the create or after it.
alter table domain add column codes_sent_at timestamptz;
-- Since when we stop its resolution because the holder was not verified in time (实名认证逾期).
alter table domain add column verification_held_at timestamptz;
create index domain_verification_held on domain (verification_held_at) where verification_held_at is not null and released_at is null;
create index domain_codes_unsent on domain (registry, template) where codes_sent_at is null and released_at is null;
