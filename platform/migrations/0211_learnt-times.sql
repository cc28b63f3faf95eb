-- How long the steps of orders have taken here, by province and type, in working days: learnt anew every day.
create table filing_step_time (
  province text not null,
  type text not null,
  step text not null,
  -- Between these lie eight of ten (p10 and p90).
  from_days integer not null,
  until_days integer not null check (until_days >= from_days),
  -- Steps that were counted.
  finished integer not null,
  learnt_on date not null,
  primary key (province, type, step)
);
create index filing_event_by_time on filing_event (at);
