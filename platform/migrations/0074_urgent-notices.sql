-- A person waits for a code; a reminder can wait.

create index notice_due_urgent on notice (next_at) where state = 'queued' and kind in ('phone.code', 'email.verification');
