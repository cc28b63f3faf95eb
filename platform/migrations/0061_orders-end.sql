-- An order ends when none of its lines is open. Counting them down in the order's row made all lines of a large order wait
-- for each other; now whoever ends a line looks, after its commit, whether it was the last.

alter table orders drop column open_lines;
create index orders_processing on orders (id) where state = 'processing';
create index order_line_open on order_line (order_id) where state in ('waiting', 'failed');
