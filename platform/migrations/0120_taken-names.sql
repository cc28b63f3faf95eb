-- Every process that answers searches learns of our own names as they come and go: a name that is deleted at its registry
-- is asked for again at once. A lost hint only costs a question.

drop trigger domain_registered on domain;
drop function domain_registered();

create function domain_taken() returns trigger language plpgsql as $$
begin
  perform pg_notify('domain_taken', new.variant_key);
  return null;
end $$;
create function domain_released() returns trigger language plpgsql as $$
begin
  perform pg_notify('domain_released', new.variant_key);
  return null;
end $$;
create trigger domain_taken after insert on domain for each row when (new.released_at is null)
  execute function domain_taken();
create trigger domain_taken_again after update of released_at on domain for each row
  when (old.released_at is not null and new.released_at is null) execute function domain_taken();
create trigger domain_released after update of released_at on domain for each row
  when (old.released_at is null and new.released_at is not null) execute function domain_released();

-- Our own names are read in this order when a process starts to answer searches.
create index domain_live_by_suffix on domain (suffix, variant_key) where released_at is null;
