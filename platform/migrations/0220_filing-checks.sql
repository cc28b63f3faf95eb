-- The check of the principal (真实性核验): its way, and the curtain (幕布) on its journey.
create table filing_check (
  id uuid primary key,
  filing_order uuid not null unique references filing_order (id) on delete cascade,
  way text not null check (way in ('face', 'app-photo', 'video', 'curtain', 'bureau-app')),
  -- Where the curtain goes: personal, so it is a box of the vault, and gone once the curtain has arrived.
  address bytea,
  ordered_at timestamptz,
  carrier text,
  tracking text,
  dispatched_at timestamptz,
  arrived_at timestamptz,
  check ((carrier is null) = (dispatched_at is null)),
  check (dispatched_at is null or ordered_at is not null),
  check (arrived_at is null or dispatched_at is not null)
);
create index filing_check_to_dispatch on filing_check (ordered_at, id) where ordered_at is not null and dispatched_at is null;

-- A photograph of a principal that was used before is refused: it is known again by this.
alter table filing_paper add column digest bytea;
create index filing_paper_by_digest on filing_paper (digest) where digest is not null;
