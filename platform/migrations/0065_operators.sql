-- People who run the platform. They sign in as everybody does; what they may do beside that is written here, and only a
-- command on the machine writes it.

create table operator (
  auth_user text primary key references auth."user" (id) on delete cascade,
  roles text[] not null check (cardinality(roles) > 0),
  created_at timestamptz not null
);
