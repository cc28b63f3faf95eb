import type { Migration } from '../store/store.ts'

export const providerMigrations: readonly Migration[] = [
  `create table credential (client_id text primary key, password text not null) strict;
   create table signer (id integer primary key check (id = 1), private_key text not null, certificate text not null) strict;
   create table script (
     id integer primary key autoincrement,
     kind text not null,
     pattern text not null,
     decision text not null,
     minutes integer not null,
     message text
   ) strict;
   create table verification (
     id integer primary key autoincrement,
     code text not null unique,
     client_id text not null,
     kind text not null,
     subject text not null,
     input text not null,
     password text not null,
     state text not null check (state in ('pending', 'passed', 'refused')),
     cr_date text not null,
     due_at text,
     message text,
     signed text
   ) strict;
   create index verification_due on verification (due_at) where state = 'pending';
   create table message (
     id integer primary key autoincrement,
     client_id text not null,
     at text not null,
     body text not null
   ) strict;`,
]
