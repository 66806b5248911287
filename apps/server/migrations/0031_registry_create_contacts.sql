-- Every household has a named contact (包保联系人, S77): a row per contact and stretch of days. The current one follows from
-- the day; what a roster said before is taken over from the household's own cell, which stays as the roster wrote it.

create table registry.contact (
  id uuid primary key default gen_random_uuid(),
  household_id uuid not null references registry.household (id) deferrable initially deferred,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  user_id uuid,
  name text not null,
  phone_sealed bytea,
  from_on date not null,
  to_on date,
  source text not null check (source in ('roster', 'form', 'handover')),
  ended_note text,
  voided_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid,
  check (to_on is null or to_on >= from_on)
);
comment on table registry.contact is 'Who looks after a household (包保联系, S77) from a day to a day; the indicators do not read it, so it marks no village';
comment on column registry.contact.user_id is 'Account of the contact, null when only the name is known';
comment on column registry.contact.name is 'Name of the contact cadre, an official';
comment on column registry.contact.phone_sealed is 'Encrypted mobile number of the contact';
comment on column registry.contact.to_on is 'Last day, null while open';
comment on column registry.contact.voided_at is 'Set when another contact took the same days before this one began: it never held';
create unique index contact_household on registry.contact (household_id, from_on) where voided_at is null;
create index contact_division on registry.contact (division, household_id);
create index contact_user on registry.contact (user_id) where user_id is not null;
alter table registry.contact alter column phone_sealed set statistics 0;

insert into registry.contact (household_id, division, name, from_on, source, recorded_at, recorded_by, import_id)
select id, division, btrim(contact_name), known_since, 'roster', recorded_at, recorded_by, import_id
from registry.household where btrim(contact_name) <> '';

alter table registry.contact enable row level security;
create policy scope on registry.contact to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
grant select, insert, update on registry.contact to anye_app;

create view registry.pub_contact with (security_invoker = true) as
  select id, household_id, division, user_id, name, phone_sealed, from_on, to_on, source, version
  from registry.contact where voided_at is null;
grant select on registry.pub_contact to anye_app;

create or replace function registry.measure_facts() returns void
language plpgsql security definer set search_path = pg_catalog, registry as $$
begin
  analyze registry.household, registry.person, registry.segment, registry.exemption, registry.episode, registry.evidence, registry.contact;
end $$;

-- Documents of households on phones name the contact: a change of it is a change of them (0029).
create trigger note_insert after insert on registry.contact referencing new table as new_rows
  for each statement execute function registry.note_households();
create trigger note_update after update on registry.contact referencing old table as old_rows new table as new_rows
  for each statement execute function registry.note_households();

-- What changes in a document by the calendar alone: a job, an exemption or a contact that begins or has ended with this day.
create function registry.note_households_of_day(day date) returns bigint language sql security definer set search_path = pg_catalog, registry as $$
  with noted as (
    insert into registry.household_change (division, household_id)
    select division, household_id from registry.episode where not voided and day in (start_on, end_on)
    union
    select p.division, p.household_id from registry.exemption x join registry.person p on p.id = x.person_id where x.approved_at is not null and day in (x.from_on, x.until_on + 1)
    union
    select division, household_id from registry.contact where voided_at is null and day in (from_on, to_on + 1)
    returning 1)
  select count(*) from noted
$$;
comment on function registry.note_households_of_day is 'Notes for phones every household whose document the day itself changes; answers how many';
revoke all on function registry.note_households_of_day from public;
grant execute on function registry.note_households_of_day to anye_app;
