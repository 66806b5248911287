-- Phones hold the households of their scope (docs/decisions/0020-sync-by-household.md): what changed since a phone asked last, and
-- the inbox of work that came too late for its author.

-- One row per household, village and statement that touched it: append-only, so that an import and a check of one household never
-- wait for each other. A household that leaves a village is noted under the village it left, where a phone of that village finds it.
create table registry.household_change (
  division text collate "C" not null,
  household_id uuid not null,
  -- A plain number: comparing it is leakproof, so that the index serves below row-level security.
  xid bigint not null default (pg_current_xact_id()::text::bigint),
  at timestamptz not null default now()
);
comment on table registry.household_change is 'Households whose documents changed, by transaction: what phones pull again; rows older than the longest silence of a phone are deleted';
comment on column registry.household_change.xid is 'Number of the writing transaction: compared with the oldest one that ran when a phone asked, nothing committed late is missed';
create index household_change_division on registry.household_change (division, xid);
alter table registry.household_change enable row level security;
create policy scope on registry.household_change to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
grant select, delete on registry.household_change to anye_app;

create view registry.pub_household_change with (security_invoker = true) as select division, household_id, xid from registry.household_change;
grant select on registry.pub_household_change to anye_app;

create function registry.note_households() returns trigger language plpgsql security definer set search_path = pg_catalog, registry as $$
declare source text := case tg_table_name when 'household' then 'id' else 'household_id' end;
begin
  if tg_op = 'INSERT' then
    execute format('insert into registry.household_change (division, household_id) select distinct division, %I from new_rows', source);
  elsif tg_op = 'DELETE' then
    execute format('insert into registry.household_change (division, household_id) select distinct division, %I from old_rows', source);
  else
    execute format('insert into registry.household_change (division, household_id)
      select division, %1$I from old_rows union select division, %1$I from new_rows', source);
  end if;
  return null;
end $$;

-- Evidence knows its episode, an exemption its person. Looked up one by one, whatever joins the writer allows himself: as the owner, a
-- hash would be made of the whole prefecture for each village that an import writes.
create function registry.note_households_of_evidence() returns trigger language plpgsql security definer set search_path = pg_catalog, registry set enable_nestloop = on as $$
begin
  insert into registry.household_change (division, household_id)
    select distinct e.division, e.household_id from new_rows n join registry.episode e on e.id = n.episode_id;
  return null;
end $$;
create function registry.note_households_of_exemption() returns trigger language plpgsql security definer set search_path = pg_catalog, registry set enable_nestloop = on as $$
begin
  insert into registry.household_change (division, household_id)
    select distinct p.division, p.household_id from new_rows n join registry.person p on p.id = n.person_id;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['household', 'person', 'segment', 'episode'] loop
    execute format('create trigger note_insert after insert on registry.%I referencing new table as new_rows for each statement execute function registry.note_households()', t);
    execute format('create trigger note_update after update on registry.%I referencing old table as old_rows new table as new_rows for each statement execute function registry.note_households()', t);
    execute format('create trigger note_delete after delete on registry.%I referencing old table as old_rows for each statement execute function registry.note_households()', t);
  end loop;
  foreach t in array array['evidence', 'exemption'] loop
    execute format('create trigger note_insert after insert on registry.%1$I referencing new table as new_rows for each statement execute function registry.note_households_of_%1$s()', t);
    execute format('create trigger note_update after update on registry.%1$I referencing new table as new_rows for each statement execute function registry.note_households_of_%1$s()', t);
  end loop;
end $$;

-- A line shows in the document of the household its person lives in now.
create function cards.note_households() returns trigger language plpgsql security definer set search_path = pg_catalog, cards, registry set enable_nestloop = on as $$
begin
  insert into registry.household_change (division, household_id)
    select distinct p.division, p.household_id from new_rows n join registry.person p on p.id = n.person_id;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['line', 'need'] loop
    execute format('create trigger note_insert after insert on cards.%I referencing new table as new_rows for each statement execute function cards.note_households()', t);
    execute format('create trigger note_update after update on cards.%I referencing new table as new_rows for each statement execute function cards.note_households()', t);
  end loop;
end $$;

-- The document names the card in use, whose code a phone reads without a network.
create function cards.note_households_of_card() returns trigger language plpgsql security definer set search_path = pg_catalog, cards, registry set enable_nestloop = on as $$
begin
  insert into registry.household_change (division, household_id)
    select distinct h.division, h.id from new_rows n join registry.household h on h.id = n.household_id;
  return null;
end $$;
create trigger note_insert after insert on cards.card referencing new table as new_rows for each statement execute function cards.note_households_of_card();
create trigger note_update after update on cards.card referencing new table as new_rows for each statement execute function cards.note_households_of_card();

-- Whoever moves takes the open lines and tasks along: the new village checks what is not closed yet.
create function cards.follow_persons() returns trigger language plpgsql security definer set search_path = pg_catalog, cards as $$
declare moved uuid[];
begin
  select array_agg(n.id) into moved from new_rows n join old_rows o on o.id = n.id
    where n.division <> o.division or n.household_id <> o.household_id;
  if moved is null then return null; end if;
  update cards.line l set division = n.division, household_id = n.household_id from new_rows n
    where l.person_id = any (moved) and n.id = l.person_id and l.state <> 'closed'
      and exists (select 1 from cards.village_month m where m.month = l.month and m.division = n.division);
  update cards.need d set division = n.division, household_id = n.household_id from new_rows n
    where d.person_id = any (moved) and n.id = d.person_id and d.state <> 'closed';
  return null;
end $$;
create trigger cards_follow after update on registry.person referencing old table as old_rows new table as new_rows
  for each statement execute function cards.follow_persons();

-- Which database this is: another one after a restore, where numbers of transactions begin anew and every phone asks for all.
create function platform.epoch() returns text language sql stable security definer set search_path = pg_catalog as $$
  select concat_ws('-', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
    (select oid from pg_database where datname = current_database()))
$$;
comment on function platform.epoch is 'Cluster, timeline and database: what numbers of transactions may be compared within';
revoke all on function platform.epoch from public;
grant execute on function platform.epoch to anye_app;

-- Phones search by initials of pinyin.
create view registry.pub_person_initials with (security_invoker = true) as select id, division, name_initials from registry.person;
grant select on registry.pub_person_initials to anye_app;

create table cards.parked (
  id uuid primary key,
  command_id uuid not null unique,
  endpoint text not null,
  contract_version integer not null,
  payload_sealed bytea not null,
  author_id uuid not null,
  author_name text not null,
  reason text not null check (reason in ('forbidden', 'not_found', 'request_invalid', 'endpoint_unknown')),
  division text collate "C" not null check (division ~ '^\d{12}$'),
  household_id uuid not null,
  device_id uuid not null,
  device_at timestamptz not null,
  skew_seconds integer not null,
  received_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken_over', 'discarded')),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text
);
comment on table cards.parked is 'Late work: commands of phones whose author may not give them any more, or that no longer fit; whoever has the household now decides, nothing is deleted';
comment on column cards.parked.payload_sealed is 'Encrypted input of the command: what the author found';
comment on column cards.parked.author_name is 'Name of the official who did the work';
comment on column cards.parked.reason is 'Why it could not be stored, a code; nothing about a person';
comment on column cards.parked.division is 'Village of the household when the work arrived';
comment on column cards.parked.decision_note is 'Why it was discarded';
create index parked_division on cards.parked (division, state, received_at);
create index parked_household on cards.parked (household_id);
alter table cards.parked enable row level security;
create policy scope on cards.parked to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
grant select, insert, update on cards.parked to anye_app;

-- Late work goes to whoever has the household now.
create function cards.follow_households() returns trigger language plpgsql security definer set search_path = pg_catalog, cards as $$
begin
  update cards.parked p set division = n.division from new_rows n join old_rows o on o.id = n.id
    where n.division <> o.division and p.household_id = n.id and p.state = 'open';
  return null;
end $$;
create trigger cards_follow after update on registry.household referencing old table as old_rows new table as new_rows
  for each statement execute function cards.follow_households();
