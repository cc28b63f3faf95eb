-- Pages that watch a filing look again when something happens to it: the hint that watched orders get (`task_changed`).
create function filing_order_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('task_changed', coalesce(new.filing_order, old.filing_order)::text);
  return null;
end $$;
create trigger filing_event_changed after insert on filing_event for each row execute function filing_order_changed();
create trigger filing_paper_changed after insert or update on filing_paper
  for each row execute function filing_order_changed();
create trigger filing_check_changed after insert or update on filing_check
  for each row execute function filing_order_changed();
