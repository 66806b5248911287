-- Functions that say what words mean are kept whole in apps/server/definitions and replaced when their text changes, so that
-- a rule stands in one place.

create table platform.definition (
  name text primary key,
  hash text not null,
  at timestamptz not null default now()
);
comment on table platform.definition is 'Files of definitions in force, with the hash of their text';
