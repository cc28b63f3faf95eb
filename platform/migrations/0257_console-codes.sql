-- A hoster's console vouches for whoever signed in there: a code that is used once, known by its digest alone.
create table hosting_console_code (
  digest bytea primary key,
  product uuid not null references hosting_product,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index hosting_console_code_by_product on hosting_console_code (product);
