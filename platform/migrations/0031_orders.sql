-- Orders with frozen prices, and the payments that settle them through a channel.

create sequence order_number;

create table orders (
  id uuid primary key,
  number text not null unique,
  account uuid not null,
  kind text not null check (kind in ('register', 'renew')),
  state text not null check (state in ('awaiting-payment', 'processing', 'succeeded', 'partly-succeeded', 'failed', 'closed')),
  holder_type text check (holder_type in ('person', 'organisation')),
  template uuid,
  method text check (method in ('balance', 'alipay')),
  promo_code text,
  total_fen bigint not null check (total_fen >= 0),
  -- Lines that have not ended yet; whoever takes the last one ends the order.
  open_lines integer not null check (open_lines >= 0),
  refunded_fen bigint not null default 0 check (refunded_fen between 0 and total_fen),
  terms_accepted_at timestamptz not null,
  created_at timestamptz not null,
  pay_by timestamptz not null,
  paid_at timestamptz,
  ended_at timestamptz
);
create index orders_by_account on orders (account, created_at desc);
create index orders_unpaid on orders (pay_by) where state = 'awaiting-payment';

create table order_line (
  id uuid primary key,
  order_id uuid not null references orders (id),
  position integer not null,
  name text not null,
  ascii text not null,
  suffix text not null,
  years integer not null check (years between 1 and 10),
  unit_text text not null,
  discount_fen bigint not null check (discount_fen >= 0),
  subtotal_fen bigint not null check (subtotal_fen >= 0),
  promotion text,
  expected_expiry timestamptz,
  state text not null check (state in ('awaiting-payment', 'waiting', 'succeeded', 'failed', 'refunded', 'closed')),
  -- Number of the task that works on it.
  task text,
  expires_at timestamptz,
  failure jsonb,
  registry_answer jsonb,
  unique (order_id, ascii)
);
create index order_line_by_order on order_line (order_id, position);

create table payment (
  id uuid primary key,
  out_trade_no text not null unique,
  account uuid not null,
  order_id uuid references orders (id),
  channel text not null check (channel in ('alipay')),
  fen bigint not null check (fen > 0),
  state text not null check (state in ('pending', 'paid', 'closed')),
  channel_trade_no text,
  created_at timestamptz not null,
  asked_at timestamptz,
  paid_at timestamptz
);
create index payment_pending on payment (created_at) where state = 'pending';
create index payment_by_order on payment (order_id);

-- Every notification that arrived, with what was made of it. Nothing in it is trusted before its signature is.
create table payment_notice (
  id bigint generated always as identity primary key,
  out_trade_no text,
  digest text not null,
  outcome text not null,
  at timestamptz not null
);
