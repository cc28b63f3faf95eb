-- What was sealed and is deleted leaves a certificate (销毁证明): what it was and whose, until when it was kept and why
-- that ended. The entry of the audit chain that names the item proves that the certificate was not written later.

alter table sealed_item
  add column account uuid,
  -- Of its purpose, e.g. which side of which paper; nothing of what is on it.
  add column kind text,
  add column ends_because text not null default 'kept-long-enough'
    check (ends_because in ('kept-long-enough', 'taken-back', 'consent-withdrawn'));

update sealed_item set account = paper.account, kind = paper.kind
from identity_paper paper where paper.item = sealed_item.id;
update sealed_item set account = identity.account, kind = identity.kind
from identity where identity.number_item = sealed_item.id;

create table deletion (
  item uuid primary key,
  purpose text not null,
  kind text,
  account uuid,
  sealed_at timestamptz not null,
  kept_until date not null,
  because text not null,
  deleted_at timestamptz not null,
  audit_seq bigint not null references audit_entry (seq)
);
create index deletion_by_account on deletion (account, deleted_at, item);
create index deletion_by_time on deletion (deleted_at, item);
create trigger deletion_append_only before update or delete on deletion for each row execute function append_only();
create trigger deletion_no_truncate before truncate on deletion for each statement execute function append_only();
