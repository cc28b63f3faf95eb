-- What was done with a holder's template, a consent or a name's holder is read again with the course of a case; other entries of
-- the audit chain are not looked up by their subject.

create index audit_entry_of_holders on audit_entry (subject, seq)
  where action like 'template.%' or action like 'consent.%' or action like 'domain.holder-change%';
create index domain_by_template on domain (template);
create index registrant_template_by_name on registrant_template (lower(name_zh));
