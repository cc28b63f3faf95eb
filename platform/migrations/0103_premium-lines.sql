-- A premium name's line keeps the registry's fee that its frozen price was made from: {currency, amount}.
alter table order_line add column premium jsonb;
