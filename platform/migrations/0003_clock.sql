-- How far the movable clock is ahead of the machine's; one row.
create table clock_offset (
  single boolean primary key default true check (single),
  offset_ms bigint not null default 0
);
insert into clock_offset default values;
