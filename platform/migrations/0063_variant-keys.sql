-- Simplified, traditional and other forms of one name are one name (简繁体等效): unique is the index of its label with the
-- suffix, wherever names are compared.

alter table domain add column variant_key text;
update domain set variant_key = name;
alter table domain alter column variant_key set not null;
create unique index domain_live_key on domain (variant_key) where released_at is null;

alter table domain_claim rename column ascii to variant_key;

alter table list_item add column variant_key text;
update list_item set variant_key = name;
alter table list_item alter column variant_key set not null;
alter table list_item add constraint list_item_once unique (account, variant_key);
