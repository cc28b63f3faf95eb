-- Holder information templates. A template is never changed in place once an order may have used it; it is withdrawn.
create table registrant_template (
  id uuid primary key,
  account uuid not null references account (id),
  holder_type text not null check (holder_type in ('person', 'organisation')),
  name_zh text not null,
  name_en text not null,
  contact_zh text not null,
  contact_en text not null,
  region text not null,
  province_zh text not null,
  province_en text not null,
  city_zh text not null,
  city_en text not null,
  street_zh text not null,
  street_en text not null,
  postcode text not null,
  phone text not null,
  email text not null,
  certificate_kind text not null,
  certificate_item uuid not null references sealed_item (id),
  certificate_tail text not null,
  identity text not null check (identity in ('unverified', 'reviewing', 'verified', 'failed')),
  is_default boolean not null default false,
  created_at timestamptz not null
);
create index registrant_template_by_account on registrant_template (account, created_at);
create unique index registrant_template_one_default on registrant_template (account, holder_type) where is_default;
