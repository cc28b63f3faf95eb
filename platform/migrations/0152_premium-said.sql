-- What registries said of premium names when they were searched for, so that the list shows their own price; an order asks again.
create table premium_said (
  ascii text primary key,
  -- Of the first year; null: not sold here.
  retail_fen bigint check (retail_fen >= 0),
  heard_at timestamptz not null
);
create index premium_said_at on premium_said (heard_at);
