import type { Migration } from '../store/store.ts'

export const paymentMigrations: readonly Migration[] = [
  `create table key_pair (owner text primary key, private_pem text not null, public_pem text not null) strict;
   create table merchant (app_id text primary key, seller_id text not null) strict;
   create table trade (
     out_trade_no text primary key,
     token text not null unique,
     trade_no text not null unique,
     status text not null check (status in ('PREPARED', 'WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_CLOSED')),
     total_fen integer not null check (total_fen > 0),
     subject text not null,
     body text not null,
     notify_url text not null,
     return_url text not null,
     created_at text not null,
     expires_at text not null,
     paid_at text,
     closed_at text
   ) strict;
   create table refund (
     out_trade_no text not null references trade (out_trade_no),
     out_request_no text not null,
     fen integer not null check (fen > 0),
     reason text not null,
     refunded_at text not null,
     primary key (out_trade_no, out_request_no)
   ) strict;
   create table notification (
     id text primary key,
     out_trade_no text not null references trade (out_trade_no),
     url text not null,
     form text not null,
     attempts integer not null default 0,
     next_at text,
     acknowledged_at text,
     last_answer text
   ) strict;
   create index notification_due on notification (next_at) where next_at is not null;`,
  `alter table trade add column pay_channels text not null default ''`,
]
