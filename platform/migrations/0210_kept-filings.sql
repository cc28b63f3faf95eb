-- What is filed has to stay true. Whatever is found about it (by the bureau, by the nightly look, by what happens to its
-- domain, by a probe) is one row until it is put right.
alter table filing_duty
  -- The name that it is about, where it is about one.
  add column ascii text,
  add column found_by text not null default 'bureau' check (found_by in ('bureau', 'approval', 'scan', 'event', 'probe')),
  -- The rule's words, with its source, as they were when it was found.
  add column finding jsonb,
  add column told_at timestamptz,
  add column ended_because text check (ended_because in ('put-right', 'said', 'cancelled', 'changed'));
update filing_duty set told_at = made_at, found_by = case kind when 'public-security' then 'approval' else 'bureau' end;
drop index filing_duty_open;
create unique index filing_duty_open on filing_duty (subject, coalesce(service, subject), kind, coalesce(ascii, '')) where done_at is null;
create index filing_duty_by_service on filing_duty (service) where service is not null;
create index filing_duty_due on filing_duty (due_on, id) where done_at is null;
create index filing_duty_untold on filing_duty (account, due_on, id) where told_at is null and done_at is null;

alter table filing_subject
  -- When somebody last proved that the principals' telephones are theirs, or said so.
  add column phones_confirmed_on date;
update filing_subject set phones_confirmed_on = (filed_at at time zone 'Asia/Shanghai')::date;
create index filing_subject_by_template on filing_subject (template) where state = 'filed';

-- One look at everything that is filed, a night; it goes on behind the last one that was looked at.
create table filing_scan (
  day date primary key,
  started_at timestamptz not null,
  part text not null default 'services' check (part in ('services', 'subjects')),
  after uuid,
  looked bigint not null default 0,
  found bigint not null default 0,
  ended bigint not null default 0,
  finished_at timestamptz
);

-- Names under a name: by their labels from the end.
create index filing_domain_backwards on filing_domain (reverse(ascii) collate "C") where ended_at is null;
create index domain_released on domain (ascii, released_at desc) where released_at is not null;

-- What happened to something that filings rest on, written in the transaction in which it happened.
create table filing_recheck (
  id bigint generated always as identity primary key,
  -- A registered name: the filings of it and of the names under it are looked at.
  ascii text,
  service uuid references filing_service (id),
  -- A filed subject of which these facts were changed.
  subject uuid references filing_subject (id),
  fields text[],
  check (num_nonnulls(ascii, service, subject) = 1)
);

-- Up to when names that came to their end were looked at; one row.
create table filing_expiry_watch (
  single boolean primary key default true check (single),
  seen_until timestamptz not null
);

create function domain_of_filing() returns trigger language plpgsql as $$
begin
  -- '/' follows '.': everything that ends with a dot and this name.
  insert into filing_recheck (ascii)
  select new.ascii where exists (
    select from filing_domain where ended_at is null and (ascii = new.ascii
      or (reverse(ascii) collate "C" >= reverse(new.ascii) || '.' and reverse(ascii) collate "C" < reverse(new.ascii) || '/')));
  return null;
end $$;
create trigger domain_of_filing after insert on domain for each row execute function domain_of_filing();
create trigger domain_of_filing_again after update of account, template, expires_at, released_at on domain
  for each row
  when ((old.account, old.template, old.expires_at, old.released_at)
    is distinct from (new.account, new.template, new.expires_at, new.released_at))
  execute function domain_of_filing();

-- A template that a filed subject was made of: what of it is filed too, and its names, whose holder it is.
create function template_of_filing() returns trigger language plpgsql as $$
declare
  changed text[] := array_remove(array[
    case when old.phone is distinct from new.phone then 'phone' end,
    case when old.email is distinct from new.email then 'email' end,
    case when (old.region, old.province_zh, old.city_zh, old.street_zh)
      is distinct from (new.region, new.province_zh, new.city_zh, new.street_zh) then 'address' end,
    case when old.contact_zh is distinct from new.contact_zh then 'principal' end,
    case when (old.name_zh, old.certificate_kind, old.identity_record)
      is distinct from (new.name_zh, new.certificate_kind, new.identity_record) then 'certificate' end], null);
begin
  if new.erased_at is not null or cardinality(changed) = 0 then return null; end if;
  insert into filing_recheck (subject, fields)
  select id, changed from filing_subject where template = new.id and state = 'filed';
  if 'certificate' = any (changed) then
    insert into filing_recheck (ascii)
    select domain.ascii from domain where template = new.id and released_at is null and exists (
      select from filing_domain where ended_at is null and (ascii = domain.ascii
        or (reverse(ascii) collate "C" >= reverse(domain.ascii) || '.' and reverse(ascii) collate "C" < reverse(domain.ascii) || '/')));
  end if;
  return null;
end $$;
-- Not when equal identities become one record: what they say stays.
create trigger template_of_filing after update of revision on registrant_template
  for each row when (old.revision is distinct from new.revision) execute function template_of_filing();
