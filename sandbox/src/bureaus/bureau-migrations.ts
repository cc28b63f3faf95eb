import type { Migration } from '../store/store.ts'

/** All bureaus and the ministry share one store; `bureau` is a province's code, or `ministry`. */
export const bureauMigrations: readonly Migration[] = [
  `create table account (
     bureau text primary key, isp_id text not null, user_name text not null, password text not null,
     aes_key text not null, aes_iv text not null
   ) strict;
   create table upload (
     bureau text not null, sequence integer not null, file_name text not null, xml blob not null, sealed text not null,
     received_at text not null, processed_at text, primary key (bureau, sequence)
   ) strict;
   create index upload_waiting on upload (bureau) where processed_at is null;
   create table outgoing (
     id integer primary key autoincrement, bureau text not null, file_name text not null unique, xml blob not null,
     made_at text not null, acknowledged_at text
   ) strict;
   create index outgoing_waiting on outgoing (bureau, id) where acknowledged_at is null;
   create table subject (
     id integer primary key autoincrement, bureau text not null, number text not null unique, certificate text not null,
     image text not null, next_service integer not null default 1, cancelled_at text
   ) strict;
   create unique index subject_certificate on subject (certificate) where cancelled_at is null;
   create table service (
     id integer primary key autoincrement, subject integer not null references subject, number text not null unique,
     image text not null, cancelled_at text
   ) strict;
   create table service_domain (name text primary key, service integer not null references service) strict;
   create table access (
     id integer primary key autoincrement, service integer not null references service, provider text not null,
     image text not null, cancelled_at text
   ) strict;
   create table request (
     id integer primary key autoincrement, bureau text not null, operation text not null, result_key text,
     record_id text, record text not null, certificate text, domains text not null, target text,
     title text not null, state text not null check (state in ('sms', 'review', 'approved', 'refused')),
     made_at text not null, sms_until text, wrong_codes integer not null default 0,
     due_at text, opinion text, ended_at text
   ) strict;
   create index request_open on request (bureau, state) where ended_at is null;
   create table sms_code (
     id integer primary key autoincrement, request integer not null references request, phone text not null,
     code text not null, confirmed_at text
   ) strict;
   create table script (
     id integer primary key autoincrement, bureau text not null, pattern text not null, decision text not null,
     days integer not null, opinion text
   ) strict;
   create table known_domain (
     id integer primary key autoincrement, name text not null unique, report text, removed_at text
   ) strict;`,
  `create table answer (
     id integer primary key autoincrement, bureau text not null, name text not null, about text not null,
     record text not null, received_at text not null
   ) strict;`,
]
