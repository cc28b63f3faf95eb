-- Where the money of a line that came to nothing is: back on the balance, back through the channel, or still with us while an
-- operator finds out what the channel did with a refund that it refuses.
alter table order_line add column refund_to text;
update order_line l set refund_to = case when o.method = 'balance' or l.subtotal_fen = 0 then 'balance' else 'channel' end
  from orders o where o.id = l.order_id and l.state = 'refunded';
alter table order_line add constraint order_line_refund_to check (refund_to is null
  or (state = 'refunded' and refund_to in ('balance', 'channel')) or (state = 'failed' and refund_to = 'operator'));

create table refund_matter (
  line uuid primary key references order_line (id),
  -- The channel's code for its refusal, and the trade that it is about.
  code text not null,
  out_trade_no text not null,
  -- Where the money waits in the ledger: frozen for the line, or earned already when its registry deleted the name.
  source text not null check (source in ('frozen', 'revenue')),
  opened_at timestamptz not null,
  decision text check (decision in ('balance', 'channel')),
  -- The channel's own number of the refund that an operator found or made there.
  reference text,
  decided_at timestamptz,
  decided_by text,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check ((reference is not null) = (decision is not null and decision = 'channel'))
);
create index refund_matter_open on refund_matter (opened_at) where decision is null;
