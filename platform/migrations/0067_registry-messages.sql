-- What registries say by themselves (EPP poll, RFC 5730 §2.9.2.3): kept before it is acknowledged, as it came.

create table registry_message (
  id uuid primary key,
  registry text not null,
  message_id text not null,
  queued_at timestamptz,
  received_at timestamptz not null,
  text text not null,
  -- Name of the domain that it is about (A-labels), where it names one.
  about text,
  -- The whole frame, boxed by the vault: it may hold what a registry knows of a holder.
  frame bytea not null,
  unique (registry, message_id, received_at)
);
create index registry_message_about on registry_message (about, received_at) where about is not null;

-- One reader a queue (RFC 5730 numbers the messages of an account, not of a session).
create table registry_queue (
  registry text primary key,
  taken_until timestamptz not null,
  -- The message that was kept last: after a kill between keeping and acknowledging it comes again.
  last_message text
);
