-- How a trade is paid, as the payer chose it at the channel; an order keeps the method of the trade that paid it.

alter table payment add column method text not null default 'alipay' check (method in ('alipay', 'online-banking'));
alter table payment alter column method drop default;
alter table orders drop constraint orders_method_check;
alter table orders add constraint orders_method_check check (method in ('balance', 'alipay', 'online-banking'));
