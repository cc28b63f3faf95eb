-- What a registry decided of a name that is not recorded here yet, since its message overtook our own last step: it is applied
-- once the name is there.
alter table registry_message add column waits boolean not null default false;
alter table registry_message add column deleted boolean not null default false;
create index registry_message_waits on registry_message (received_at) where waits;
