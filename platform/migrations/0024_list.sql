-- The domain list (域名清单) of an account; prices are never kept here, they are frozen on the order.
create table list_item (
  account uuid not null references account (id),
  ascii text not null,
  name text not null,
  suffix text not null,
  years integer not null check (years between 1 and 10),
  added_at timestamptz not null,
  primary key (account, ascii)
);
