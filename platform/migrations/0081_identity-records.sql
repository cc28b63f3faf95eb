-- Who a holder is: name, kind of paper and number, equal to the byte, once in an account. Templates refer to it.
-- Digests are keyed with a key that only the vault opens; rows of before get theirs when the platform starts.

create table identity_digest_key (
  one boolean primary key default true check (one),
  item uuid not null references sealed_item (id)
);

create table identity (
  id uuid primary key,
  account uuid not null references account (id),
  holder_type text not null check (holder_type in ('person', 'organisation')),
  kind text not null,
  name_digest bytea,
  number_digest bytea,
  number_item uuid not null references sealed_item (id),
  created_at timestamptz not null,
  unique (account, holder_type, kind, name_digest, number_digest),
  check ((name_digest is null) = (number_digest is null))
);
create index identity_without_digest on identity (id) where number_digest is null;

insert into identity (id, account, holder_type, kind, number_item, created_at)
select id, account, holder_type, certificate_kind, certificate_item, created_at from registrant_template;

alter table registrant_template add column identity_record uuid references identity (id);
update registrant_template set identity_record = id;
alter table registrant_template
  alter column identity_record set not null,
  drop column certificate_item;
create index registrant_template_by_identity on registrant_template (identity_record);
