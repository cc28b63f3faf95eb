import type { Migration } from '../store/store.ts'

/** A registry's tables. What is asked by name or by day is a column; the rest of an object is one JSON text. */
export const registryMigrations: readonly Migration[] = [
  `create table account (
     client_id text primary key,
     password_sha256 text not null,
     balance_fen integer not null
   ) strict;
   create table credential (client_id text primary key, password text not null) strict;
   create table entry (
     id integer primary key autoincrement,
     client_id text not null,
     at text not null,
     kind text not null,
     subject text not null,
     fen integer not null,
     balance_fen integer not null
   ) strict;
   create table domain (
     name text primary key,
     canonical text not null unique,
     sponsor text not null,
     phase text not null,
     expires_at text not null,
     due_at text not null,
     body text not null
   ) strict, without rowid;
   create index domain_due on domain (due_at);
   create table delegation (
     host text not null,
     domain text not null references domain (name) on delete cascade,
     primary key (host, domain)
   ) strict, without rowid;
   create index delegation_domain on delegation (domain);
   create table contact (id text primary key, sponsor text not null, body text not null) strict, without rowid;
   create table contact_use (
     contact text not null,
     domain text not null references domain (name) on delete cascade,
     primary key (contact, domain)
   ) strict, without rowid;
   create index contact_use_domain on contact_use (domain);
   create table host (name text primary key, superordinate text, sponsor text not null, body text not null) strict, without rowid;
   create index host_superordinate on host (superordinate) where superordinate is not null;
   create table released (name text primary key) strict, without rowid;
   create table message (
     id integer primary key autoincrement,
     client_id text not null,
     at text not null,
     body text not null
   ) strict;
   create index message_queue on message (client_id, id);
   create table counter (name text primary key, value integer not null) strict, without rowid;`,
  'create table setting (name text primary key, value text not null) strict, without rowid',
  `create table review (
     id integer primary key autoincrement,
     kind text not null,
     subject text not null,
     title text not null,
     fen integer not null,
     state text not null,
     reason text,
     created_at text not null,
     decided_at text,
     due_at text,
     due_pass integer,
     due_reason text
   ) strict;
   create index review_subject on review (subject, kind, id);
   create index review_due on review (due_at) where due_at is not null;
   create table review_script (
     id integer primary key autoincrement,
     kind text not null,
     pattern text not null,
     decision text not null,
     seconds integer not null,
     reason text
   ) strict;
   create table hold_deadline (
     domain text primary key references domain (name) on delete cascade,
     due_at text not null
   ) strict, without rowid;
   create index hold_deadline_due on hold_deadline (due_at);`,
  'create table premium (name text primary key, create_fen integer not null, renew_fen integer) strict, without rowid',
]
