-- Whether a person has the name and the ID number that they gave for a 姓名.网址 domain (S1-121…S1-125). Neither is kept: the
-- digests are made as those of identity records, so that a pass is found by the holder of a template and by nobody else.
create table personal_name_check (
  id uuid primary key,
  account uuid not null references account (id),
  name_digest bytea not null,
  number_digest bytea not null,
  state text not null check (state in ('asked', 'passed', 'refused', 'pending', 'unanswered')),
  -- The provider's own number of what it was asked.
  code text,
  asked_at timestamptz not null,
  passed_until timestamptz,
  check ((state = 'passed') = (passed_until is not null)),
  check (state <> 'pending' or code is not null)
);
create index personal_name_check_of_account on personal_name_check (account, asked_at);
create index personal_name_check_of_number on personal_name_check (number_digest, asked_at);
