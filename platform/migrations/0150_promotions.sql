-- Promotions (优惠) that operators run, and the short-lived codes (口令) of those that need one (S0-17…S0-19).

create table promotion (
  id text primary key,
  product text not null check (product in ('register', 'renew')),
  by_code boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check ((ended_at is null) = (ended_by is null))
);
create index promotion_running on promotion (product) where ended_at is null;

-- What a promotion gives from a day on. A change is another row: of those that have begun, the one with the latest first day
-- counts, and of one day the one that was made last.
create table promotion_terms (
  id bigint generated always as identity primary key,
  promotion text not null references promotion (id),
  title_zh text not null,
  title_en text not null,
  -- Unicode forms; none: every suffix that is sold.
  suffixes text[] not null,
  kind text not null check (kind in ('fixed-price', 'percent', 'amount-off')),
  -- Fen of the first year, or percent of it.
  value bigint not null check (value > 0 and (kind <> 'percent' or value <= 100)),
  from_day text not null,
  until_day text check (until_day >= from_day),
  first_order_only boolean not null,
  most_uses integer check (most_uses > 0),
  most_uses_each integer check (most_uses_each > 0),
  note text not null,
  made_by text not null,
  made_at timestamptz not null
);
create index promotion_terms_of on promotion_terms (promotion, from_day desc, id desc);
create trigger promotion_terms_append_only before update or delete on promotion_terms
  for each row execute function append_only();

-- A system that may issue codes of one promotion by itself, e.g. what answers behind a messaging account.
create table promotion_issuer (
  id uuid primary key,
  promotion text not null references promotion (id),
  name text not null,
  -- Of the key; the key itself is shown once.
  digest bytea not null unique,
  made_by text not null,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index promotion_issuer_of on promotion_issuer (promotion, made_at);

create table promotion_batch (
  id uuid primary key,
  promotion text not null references promotion (id),
  issuer uuid references promotion_issuer (id),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  -- Of each of its codes.
  uses integer not null check (uses > 0),
  issued_by text not null,
  issued_at timestamptz not null,
  ended_at timestamptz
);
create index promotion_batch_of on promotion_batch (promotion, issued_at);

create table promotion_code (
  digest bytea primary key,
  batch uuid not null references promotion_batch (id)
);
create index promotion_code_of on promotion_code (batch);

-- Promotions that orders had before there was a table of them; they have ended.
insert into promotion (id, product, by_code, made_by, made_at, ended_by, ended_at)
select id, 'register', false, 'migration', now(), 'migration', now()
from (select promotion as id from promotion_use union select promotion from order_line where promotion is not null) earlier;
alter table promotion_use add foreign key (promotion) references promotion (id);
alter table promotion_use add column code bytea references promotion_code (digest);
create index promotion_use_by_code on promotion_use (code) where code is not null and state <> 'released';

-- A code is never kept as it was typed; what it was used for is in promotion_use.
alter table orders drop column promo_code;
