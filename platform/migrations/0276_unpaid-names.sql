-- A name that its registry has renewed by itself and that nobody pays for: its resolution is interrupted, and it is deleted
-- within the auto-renew grace (ICANN Expired Registration Recovery Policy §2.2, RFC 3915 §3.1).
alter table domain
  -- Since when we interrupt its resolution because it is not paid for.
  add column unpaid_held_at timestamptz,
  -- When we have deleted it at its registry, which may keep it in redemption.
  add column deleted_at timestamptz;

create index domain_unpaid_held on domain (id) where unpaid_held_at is not null and released_at is null;

-- Names that stand in such a year already.
insert into deadline (id, kind, subject, opens_at, closes_at, payload)
  select gen_random_uuid(), 'domain.unpaid', ascii, expires_at, expires_at, '{}'
  from domain where registry_expires_at is not null and released_at is null;
