-- Tickets (工单): a customer who failed repeatedly is handed to a person, with all that is known attached (S4-35).
create sequence ticket_number;
create table ticket (
  id uuid primary key,
  number text not null unique,
  account uuid not null references account (id),
  -- The name that it is about.
  ascii text not null,
  name text not null,
  state text not null check (state in ('waiting', 'answered', 'closed')),
  -- What was known when it was opened; later facts are looked up, not copied.
  attached jsonb not null,
  opened_at timestamptz not null,
  -- When our answer is due, while it is our turn.
  due_at timestamptz,
  closed_at timestamptz
);
-- One open ticket a name: whoever asks again goes on in it.
create unique index ticket_open on ticket (account, ascii) where state <> 'closed';
create index ticket_queue on ticket (due_at, id) where state = 'waiting';
create index ticket_by_account on ticket (account, opened_at desc);

create table ticket_message (
  -- Also their order: two may be written in one instant.
  id bigint generated always as identity primary key,
  ticket uuid not null references ticket (id),
  at timestamptz not null,
  by text not null check (by in ('customer', 'staff')),
  author text not null,
  text text not null check (length(text) between 1 and 4000)
);
create index ticket_message_by_ticket on ticket_message (ticket, id);
create trigger ticket_message_append_only before update or delete on ticket_message
  for each row execute function append_only();
