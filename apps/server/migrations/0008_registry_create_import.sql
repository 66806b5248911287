-- Imports of rosters: the file, what was found row by row, and the checked rows that wait to be written village by village.

create table registry.import (
  id uuid primary key,
  file_id uuid not null,
  file_name text not null,
  sha256 bytea not null,
  kind text not null default 'roster' check (kind in ('roster', 'work_history')),
  state text not null check (state in ('checking', 'checked', 'committing', 'committed', 'failed', 'cancelled')),
  on_date date not null,
  prefixes text[] not null,
  probe text collate "C" not null,
  mapping jsonb not null default '{"columns":{}}',
  fingerprint text,
  remembered boolean not null default false,
  columns jsonb not null default '[]',
  missing text[] not null default '{}',
  sheets jsonb not null default '[]',
  counts jsonb,
  difference jsonb,
  done bigint not null default 0,
  total bigint,
  cancel_asked boolean not null default false,
  message text,
  annotated_file_id uuid,
  same_as uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  committed_at timestamptz
);
comment on table registry.import is 'An import of a roster from upload to commit, with its mapping, counts and difference';
comment on column registry.import.prefixes is 'Code prefixes that the importer may write to';
comment on column registry.import.probe is 'First of the prefixes: whoever sees that place sees the import';
create index import_sha256 on registry.import (sha256) where state = 'committed';

create table registry.import_mapping (
  fingerprint text not null,
  probe text collate "C" not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (fingerprint, probe)
);
comment on table registry.import_mapping is 'Confirmed mappings, remembered by the fingerprint of a source''s headers';

create table registry.import_issue (
  import_id uuid not null references registry.import (id),
  n integer not null,
  sheet_index integer,
  sheet text,
  row integer,
  "column" text,
  rule text not null,
  level text not null,
  code text not null,
  field text,
  "values" jsonb not null,
  message text not null,
  primary key (import_id, n)
);
comment on table registry.import_issue is 'What was found in the rows of a file, by rule and level; numbers are masked';
create index import_issue_level on registry.import_issue (import_id, level, n);

create table registry.import_household (
  import_id uuid not null references registry.import (id),
  n integer not null,
  new_id uuid not null,
  division text collate "C" not null,
  hh_no text,
  payload jsonb not null,
  matched_id uuid,
  change text check (change in ('new', 'changed', 'same')),
  primary key (import_id, n)
);
comment on table registry.import_household is 'Checked households of a file that wait for the commit; removed after it';
create index import_household_division on registry.import_household (import_id, division);

create table registry.import_person (
  import_id uuid not null references registry.import (id),
  n integer not null,
  household_n integer not null,
  new_id uuid not null,
  division text collate "C" not null,
  sheet integer not null,
  row integer not null,
  level text not null,
  name text not null,
  sex text,
  birth date,
  id_lookup bytea,
  payload jsonb not null,
  job jsonb,
  training jsonb,
  matched_id uuid,
  change text check (change in ('new', 'changed', 'same', 'elsewhere')),
  primary key (import_id, n)
);
comment on table registry.import_person is 'Checked rows of a file that wait for the commit, personal numbers sealed; removed after it';
create index import_person_division on registry.import_person (import_id, division);
create index import_person_row on registry.import_person (import_id, sheet, row);

create table registry.import_village (
  import_id uuid not null references registry.import (id),
  division text collate "C" not null,
  persons integer not null,
  done_at timestamptz,
  primary key (import_id, division)
);
comment on table registry.import_village is 'Villages of a file: one transaction each, so that a commit resumes where it stopped';

do $$
declare t text;
begin
  foreach t in array array['import', 'import_mapping'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('create policy scope on registry.%I to anye_app using (platform.in_scope(probe)) with check (platform.in_scope(probe))', t);
  end loop;
  foreach t in array array['import_household', 'import_person', 'import_village'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('create policy scope on registry.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
  alter table registry.import_issue enable row level security;
  create policy scope on registry.import_issue to anye_app
    using (exists (select 1 from registry.import i where i.id = import_id))
    with check (exists (select 1 from registry.import i where i.id = import_id));
end $$;
grant select, insert, update on registry.import, registry.import_mapping to anye_app;
grant select, insert, update, delete on registry.import_issue, registry.import_household, registry.import_person, registry.import_village to anye_app;

-- Of these ID hashes, which belong to a person of another village? Answers across scopes, but only yes or no: an import
-- must see that a person is registered elsewhere (DOMAIN 3.3-15) without being shown where.
create function registry.find_elsewhere(lookups bytea[], village text) returns table (id_lookup bytea)
language sql stable security definer set search_path = pg_catalog, registry as $$
  select distinct p.id_no_lookup from registry.person p
  where p.id_no_lookup = any (lookups) and p.division <> village and p.status = 'active'
$$;
revoke all on function registry.find_elsewhere from public;
grant execute on function registry.find_elsewhere to anye_app;

create view registry.pub_import with (security_invoker = true) as
  select id, kind, state, counts, difference, probe, created_at, committed_at from registry.import;
grant select on registry.pub_import to anye_app;
