-- A name whose holder's address is not proved within fifteen days stops resolving (clientHold) until it is.

alter table domain add column email_held_at timestamptz;
create index domain_email_held on domain (id) where email_held_at is not null and released_at is null;
