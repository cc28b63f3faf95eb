-- Every process that answers searches learns of a registration when it is committed. A lost hint only costs a question.

create function domain_registered() returns trigger language plpgsql as $$
begin
  perform pg_notify('domain_registered', new.variant_key);
  return null;
end $$;
create trigger domain_registered after insert on domain for each row execute function domain_registered();
