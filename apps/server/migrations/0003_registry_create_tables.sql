-- Households, persons, segments, exemptions, employment episodes with evidence, training; every correction is a version.
-- Every row of the household family carries the 12-digit village in `division`, the column of row-level security.

create schema registry;
grant usage on schema registry to anye_app;

create table registry.household (
  id uuid primary key,
  hh_no text,
  source text not null default 'roster',
  division text collate "C" not null check (division ~ '^\d{12}$'),
  group_name text,
  register_division text collate "C",
  type text not null,
  attribute text,
  type_year integer,
  resettled boolean not null default false,
  resettled_year integer,
  site text,
  room text,
  causes text[] not null default '{}',
  per_capita_income numeric(12,2),
  land_mu numeric(8,2),
  phone_sealed bytea,
  phone_lookup bytea,
  contact_name text,
  grid_name text,
  head_id uuid,
  head_name text,
  members integer not null default 0,
  status text not null default 'active' check (status in ('active', 'split', 'merged', 'closed')),
  parents uuid[] not null default '{}',
  raw jsonb,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid,
  known_since date not null default (now() at time zone 'Asia/Shanghai')::date
);
comment on column registry.household.known_since is 'Day the register learned of the household; never changed';
comment on table registry.household is 'Household (户), the unit of success (S3)';
comment on column registry.household.division is 'Village of living, 12 digits: a resettled household counts at its site (DOMAIN section 4)';
comment on column registry.household.type is 'Household type: 01 poor … 07 urban';
comment on column registry.household.phone_sealed is 'Encrypted contact phone';
comment on column registry.household.phone_lookup is 'Keyed hash of the contact phone';
comment on column registry.household.head_name is 'Name of the head, copied for lists';
comment on column registry.household.parents is 'Households it was split from or merged out of';
comment on column registry.household.raw is 'Cells as they stood in the sheet';
create index household_division on registry.household (division, id);
create unique index household_hh_no on registry.household (source, hh_no, division) where hh_no is not null and status = 'active';

create table registry.person (
  id uuid primary key,
  household_id uuid not null references registry.household (id) deferrable initially deferred,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  seq integer,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  former_name text,
  id_type text not null default '1',
  id_no_sealed bytea,
  id_no_lookup bytea,
  id_last4_lookup bytea,
  sex text not null,
  birth date,
  ethnic text,
  relation text not null,
  is_head boolean not null default false,
  education text,
  in_school text,
  marital text,
  political text,
  health text[] not null default '{}',
  disability_category text,
  disability_grade text,
  labour_skill text,
  pop_class text not null default '03',
  phone_sealed bytea,
  phone_lookup bytea,
  bank_no_sealed bytea,
  skills text[] not null default '{}',
  intent text,
  dibao boolean,
  tekun boolean,
  status text not null default 'active' check (status in ('active', 'dead', 'moved_out', 'merged')),
  exit_on date,
  raw jsonb,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid
);
comment on table registry.person is 'Person (人), the unit of work';
comment on column registry.person.name is 'Name, NFC, masked by field level when shown';
comment on column registry.person.id_no_sealed is 'Encrypted citizen ID number';
comment on column registry.person.id_no_lookup is 'Keyed hash of the 18-digit ID';
comment on column registry.person.id_last4_lookup is 'Keyed hash of the last four characters of the ID, for search';
comment on column registry.person.phone_sealed is 'Encrypted mobile number';
comment on column registry.person.phone_lookup is 'Keyed hash of the mobile number';
comment on column registry.person.bank_no_sealed is 'Encrypted account number';
comment on column registry.person.health is 'Health as a set (multi-valued in field sheets); sensitive, F4';
comment on column registry.person.exit_on is 'Day of death or moving out';
create index person_division on registry.person (division, id);
create index person_household on registry.person (household_id);
create index person_id_lookup on registry.person (id_no_lookup);
create index person_id_last4 on registry.person (id_last4_lookup, division);
create index person_phone on registry.person (phone_lookup);

-- Two-character search in Chinese: a GIN index over the bigrams (and single characters) of the name.
create function registry.name_grams(name text) returns text[]
language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct g), '{}') from (
    select substr(name, i, 1) as g from generate_series(1, char_length(name)) i
    union all
    select substr(name, i, 2) from generate_series(1, char_length(name) - 1) i
  ) grams
$$;
create index person_name_grams on registry.person using gin (registry.name_grams(name));
create index person_initials on registry.person (name_initials collate "C" text_pattern_ops, division);

-- Search candidates. GIN operators are not leakproof, so under row-level security the planner may not use the index for
-- them; this function runs as owner, uses the index and applies the caller's scope itself.
create function registry.find_by_name(part text, most integer) returns table (person_id uuid, household_id uuid)
language sql stable security definer set search_path = pg_catalog, registry, platform as $$
  select p.id, p.household_id from registry.person p
  where registry.name_grams(p.name) @> registry.name_grams(part)
    and position(part in p.name) > 0
    and platform.in_scope(p.division)
  limit most
$$;
revoke all on function registry.find_by_name from public;
grant execute on function registry.find_by_name to anye_app;

create table registry.segment (
  household_id uuid not null references registry.household (id) deferrable initially deferred,
  division text collate "C" not null,
  kind text not null check (kind in ('poor', 'ex_poor', 'monitored', 'edge', 'sudden_hardship', 'resettled', 'ordinary')),
  from_on date not null,
  to_on date,
  source text not null,
  primary key (household_id, kind, from_on)
);
comment on table registry.segment is 'Segments of a household with dates (S30): poor, ex-poor, monitored, edge, sudden hardship, resettled, ordinary';
create index segment_division on registry.segment (division, kind);

create table registry.exemption (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  division text collate "C" not null,
  reason text not null,
  from_on date not null,
  until_on date not null,
  approved_by uuid,
  approved_at timestamptz,
  asked_by uuid,
  version integer not null default 1,
  check (until_on >= from_on)
);
comment on table registry.exemption is 'Temporary inability to work (暂不能就业): approved by the township, at most six months, nursing twelve; counts only when approved';
create index exemption_person on registry.exemption (person_id);
create index exemption_division on registry.exemption (division);

create table registry.episode (
  id uuid primary key,
  person_id uuid not null references registry.person (id) deferrable initially deferred,
  household_id uuid not null,
  division text collate "C" not null,
  start_on date not null,
  start_precision text not null default 'day' check (start_precision in ('day', 'month', 'year')),
  end_on date,
  end_precision text check (end_precision in ('day', 'month', 'year')),
  employer_raw text not null,
  employer_uscc text,
  occupation text,
  occupation_raw text,
  industry text,
  sector smallint check (sector in (1, 2, 3)),
  place_code text collate "C",
  place_raw text,
  area text,
  track text check (track in ('1', '2')),
  gain_type text check (gain_type in ('1', '2', '3')),
  channel text,
  organised boolean not null default false,
  form text not null,
  contract text,
  contract_from date,
  contract_to date,
  wage_min numeric(12,2),
  wage_max numeric(12,2),
  wage_basis text check (wage_basis in ('month', 'day', 'piece')),
  wage_monthly numeric(12,2),
  paid_days integer,
  insured boolean,
  end_reason text,
  voided boolean not null default false,
  source text not null default 'roster',
  raw jsonb,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid,
  check (end_on is null or end_on >= start_on)
);
comment on table registry.episode is 'Employment episode (就业记录): one job of one person from start to end';
comment on column registry.episode.area is 'Work area 01 township, 02 county, 03 province, 04 out of province, 05 other, 06 abroad; derived from place and registered division, null when the place is too coarse';
comment on column registry.episode.track is 'S1: 1 export (out of the prefecture), 2 local; null when the place is only a province';
comment on column registry.episode.end_on is 'Last day of work, null while open';
comment on column registry.episode.wage_monthly is 'Yuan a month, the mean of the range, day wage times 22';
create index episode_person on registry.episode (person_id, start_on);
create index episode_division on registry.episode (division, person_id);

create table registry.evidence (
  id uuid primary key,
  episode_id uuid not null references registry.episode (id) deferrable initially deferred,
  division text collate "C" not null,
  kind text not null,
  grade text not null check (grade in ('a', 'b', 'c')),
  on_date date not null,
  amount numeric(12,2),
  note text,
  file_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table registry.evidence is 'Dated proof that a job holds; it ages: 45 days after on_date it no longer carries the claim (PRODUCT, evidence that ages)';
create index evidence_episode on registry.evidence (episode_id, on_date);
create index evidence_division on registry.evidence (division);

create table registry.training (
  id uuid primary key,
  person_id uuid not null references registry.person (id) deferrable initially deferred,
  division text collate "C" not null,
  course text not null,
  kind text,
  from_on date,
  to_on date,
  result text,
  certificate text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid
);
comment on table registry.training is 'Training of a person, the third strand of the timeline (S86)';
create index training_person on registry.training (person_id);
create index training_division on registry.training (division);

create table registry.version (
  id bigint generated always as identity primary key,
  entity text not null check (entity in ('household', 'person', 'episode', 'exemption')),
  entity_id uuid not null,
  division text collate "C" not null,
  version integer not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid
);
comment on table registry.version is 'Every correction as a version: the changed fields before and after, with the reason; sealed fields appear as the word sealed';
create index version_entity on registry.version (entity, entity_id, version);
create index version_division on registry.version (division);

-- A fact marks its village. Append-only so that two writers of one village never wait for each other.
create table registry.village_touch (
  id bigint generated always as identity primary key,
  division text collate "C" not null,
  at timestamptz not null default clock_timestamp()
);
create view registry.pub_village_touch as select division, at from registry.village_touch;
grant select on registry.pub_village_touch to anye_app;
comment on table registry.village_touch is 'Villages whose facts changed and whose counters must be recomputed; the indicator worker consumes it';

create function registry.touch_villages() returns trigger language plpgsql security definer set search_path = pg_catalog, registry as $$
begin
  if tg_op = 'INSERT' then
    insert into registry.village_touch (division) select distinct division from new_rows;
  elsif tg_op = 'DELETE' then
    insert into registry.village_touch (division) select distinct division from old_rows;
  else
    insert into registry.village_touch (division) select division from old_rows union select division from new_rows;
  end if;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['household', 'person', 'segment', 'exemption', 'episode', 'evidence'] loop
    execute format('create trigger touch_insert after insert on registry.%I referencing new table as new_rows for each statement execute function registry.touch_villages()', t);
    execute format('create trigger touch_update after update on registry.%I referencing old table as old_rows new table as new_rows for each statement execute function registry.touch_villages()', t);
    execute format('create trigger touch_delete after delete on registry.%I referencing old table as old_rows for each statement execute function registry.touch_villages()', t);
  end loop;
  foreach t in array array['household', 'person', 'segment', 'exemption', 'episode', 'evidence', 'training', 'version'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('create policy scope on registry.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;

grant select, insert, update on registry.household, registry.person, registry.segment, registry.exemption, registry.episode to anye_app;
grant select, insert on registry.evidence, registry.training, registry.version, registry.village_touch to anye_app;
grant delete on registry.village_touch to anye_app;

-- Search by pinyin or initials, for the same reason as find_by_name: LIKE is not leakproof.
create function registry.find_by_pinyin(part text, most integer) returns table (person_id uuid, household_id uuid)
language sql stable security definer set search_path = pg_catalog, registry, platform as $$
  select p.id, p.household_id from registry.person p
  where (p.name_initials like replace(lower(part), ' ', '') || '%' or p.name_pinyin like lower(part) || '%')
    and platform.in_scope(p.division)
  limit most
$$;
revoke all on function registry.find_by_pinyin from public;
grant execute on function registry.find_by_pinyin to anye_app;
create index person_pinyin on registry.person (name_pinyin collate "C" text_pattern_ops);

-- Published views: what modules above may read, in the reader's own scope. Sealed values stay sealed.
create view registry.pub_household with (security_invoker = true) as
  select id, hh_no, division, group_name, type, attribute, type_year, resettled, resettled_year, site, room, causes, per_capita_income,
    land_mu, phone_sealed, contact_name, grid_name, head_id, head_name, members, status, parents, version
  from registry.household;
create view registry.pub_person with (security_invoker = true) as
  select id, household_id, division, seq, name, id_no_sealed, sex, birth, ethnic, relation, is_head, education, in_school, marital, political,
    health, disability_category, disability_grade, labour_skill, pop_class, phone_sealed, bank_no_sealed, skills, intent, dibao, tekun,
    status, exit_on, version
  from registry.person;
create view registry.pub_segment with (security_invoker = true) as
  select household_id, division, kind, from_on, to_on, source from registry.segment;
create view registry.pub_episode with (security_invoker = true) as
  select id, person_id, household_id, division, start_on, start_precision, end_on, employer_raw, employer_uscc, occupation, industry, sector,
    place_code, place_raw, area, track, gain_type, channel, organised, form, contract, contract_from, contract_to, wage_min, wage_max,
    wage_basis, wage_monthly, paid_days, insured, end_reason, voided, source, version
  from registry.episode;
create view registry.pub_evidence with (security_invoker = true) as
  select id, episode_id, division, kind, grade, on_date, amount, note, recorded_at from registry.evidence;
create view registry.pub_training with (security_invoker = true) as
  select id, person_id, division, course, kind, from_on, to_on, result, certificate from registry.training;
create view registry.pub_exemption with (security_invoker = true) as
  select id, person_id, division, reason, from_on, until_on, approved_by, approved_at, asked_by from registry.exemption;
grant select on registry.pub_household, registry.pub_person, registry.pub_segment, registry.pub_episode, registry.pub_evidence,
  registry.pub_training, registry.pub_exemption to anye_app;
