-- The address of a curtain is kept for as long as its order waits for the photograph: those that stayed behind go.
update filing_check set address = null
from filing_order where filing_order.id = filing_check.filing_order and filing_order.state <> 'photo' and address is not null;
update filing_check set ordered_at = null
from filing_order where filing_order.id = filing_check.filing_order and filing_order.state <> 'photo'
  and ordered_at is not null and dispatched_at is null;
