-- What a bureau tells again while its first notice is open is kept beside it, and one of ours of the same kind hides neither.
drop index filing_duty_open;
create unique index filing_duty_open on filing_duty (subject, coalesce(service, subject), kind, coalesce(ascii, ''), (found_by = 'bureau'))
  where done_at is null;
alter table bureau_matter add column again jsonb not null default '[]';
