-- What a registry or the provider said when it refused, and the dictionary does not know: an operator chooses the reason
-- that it stands for, and everybody who hears it reads cause and remedy from then on.
create table heard_text (
  -- The part that says why, folded: the same sentence about another name is the same text.
  key text primary key,
  text text not null,
  -- An id of the dictionary, or of a reason of our own.
  reason text not null,
  made_at timestamptz not null,
  made_by text not null
);
create index registry_review_failed on registry_review (decided_at desc) where state = 'failed';
create index review_case_heard on review_case (decided_at desc) where heard is not null;
