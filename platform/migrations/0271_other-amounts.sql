-- A trade that was paid with another amount than it asked for: what came is on the customer's balance, and what it asked for
-- is as unpaid as before. `received_fen` is what came.
alter table payment add column received_fen bigint check (received_fen > 0);
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check check (state in ('pending', 'paid', 'other-amount', 'closed'));
alter table payment add constraint payment_other_amount check ((state = 'other-amount') = (received_fen is not null));
