-- Codes that only one account may use.
alter table promotion_batch add column account uuid references account (id);

-- An operator names the account by the address with which its owner signs in.
create index account_by_email on account (lower(email)) where email is not null;
