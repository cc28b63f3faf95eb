-- The shop front (中国站、国际站) where an order was made and a name was registered: what follows hangs on it (S1-175).
-- Null: of before it was kept.
alter table orders add column front text check (front in ('china', 'international'));
alter table domain add column front text check (front in ('china', 'international'));
