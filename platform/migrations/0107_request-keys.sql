-- What a request with an Idempotency-Key has done: the same request again is answered from here, another one is refused.

create table request_key (
  account uuid not null,
  key text not null,
  -- SHA-256 over method, address and body; what was in them is not kept.
  digest bytea not null,
  -- What the work gave back, e.g. an order's number.
  result jsonb not null,
  at timestamptz not null,
  primary key (account, key)
);
create index request_key_at on request_key (at);
