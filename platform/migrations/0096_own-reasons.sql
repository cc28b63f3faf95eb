-- Reasons to refuse a review that this installation has written itself, beside those that come with the rules.
create table own_reason (
  id text primary key check (id ~ '^own-[0-9]+$'),
  heard_zh text not null,
  heard_en text not null,
  cause_zh text not null,
  cause_en text not null,
  remedy_zh text not null,
  remedy_en text not null,
  -- What it is about, such as `certificate.number`.
  field text not null,
  path text check (path in ('A', 'B')),
  -- Offered no longer; whoever was refused with it still reads it.
  retired boolean not null default false,
  made_at timestamptz not null,
  made_by text not null
);
create sequence own_reason_number;
