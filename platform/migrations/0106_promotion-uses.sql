-- A discount on an order line is held from the placing of the order, used when the order is paid, and released when the
-- order is given up or not paid in time, or when the line's money goes back. Of one slot an account has one at a time.

create table promotion_use (
  line uuid primary key references order_line (id),
  promotion text not null,
  account uuid not null,
  -- `first-order` is shared by all promotions for a first order; null: as often as one likes.
  slot text,
  state text not null check (state in ('held', 'used', 'released')),
  changed_at timestamptz not null
);
create unique index promotion_use_slot on promotion_use (account, slot) where slot is not null and state <> 'released';
create index promotion_use_by_promotion on promotion_use (promotion) where state <> 'released';

-- What was placed before: the earliest paid first-order discount of an account keeps it, else the earliest that is open.
insert into promotion_use (line, promotion, account, slot, state, changed_at)
select id, promotion, account, case when promotion = 'new-customer-cn' and nth = 1 then 'first-order' end,
  case when paid_at is null then 'held' else 'used' end, coalesce(paid_at, created_at)
from (
  select l.id, l.promotion, o.account, o.paid_at, o.created_at,
    row_number() over (partition by o.account, l.promotion order by (o.paid_at is null), o.paid_at, o.created_at) as nth
  from order_line l join orders o on o.id = l.order_id
  where l.promotion is not null and l.state not in ('closed', 'refunded')
) discounted
where promotion <> 'new-customer-cn' or paid_at is not null or nth = 1;
