-- A phone is replaced only by who proves to be the one that is signed in: by the password, or by a code to the phone of before.
alter table confirmation drop constraint confirmation_purpose_check;
alter table confirmation add constraint confirmation_purpose_check
  check (purpose in ('holder-change', 'bind-phone', 'change-phone'));
