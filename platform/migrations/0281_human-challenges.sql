-- Proofs of work are asked for beside the filing's first step as well: before many codes by SMS.
alter table filing_challenge rename to human_challenge;
alter table human_challenge rename constraint filing_challenge_pkey to human_challenge_pkey;
alter index filing_challenge_expired rename to human_challenge_expired;
