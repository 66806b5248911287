-- Telephone calls that nobody answered: two in a row of a month put the household on the list of its grid member (DOMAIN section 2, S82).
create table cards.failed_call (
  id uuid primary key,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  person_id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  called_at timestamptz not null,
  device_at timestamptz not null,
  received_at timestamptz not null,
  skew_seconds integer,
  clock_wrong boolean not null default false,
  called_by uuid not null,
  device_id uuid,
  on_behalf text
);
comment on table cards.failed_call is 'A call to a labourer that was not answered: a fact, appended and never changed; who was reached since counts from zero';
comment on column cards.failed_call.called_at is 'When it rang: the device''s time, or that of arrival when its clock was wrong';
comment on column cards.failed_call.device_at is 'What the device''s clock said';
comment on column cards.failed_call.skew_seconds is 'Device clock minus server clock when it was sent, null for a call told online';
comment on column cards.failed_call.on_behalf is 'Name of the author when a successor took over work that came late';
create index failed_call_person on cards.failed_call (person_id, month, called_at);
create index failed_call_division on cards.failed_call (division, month);
alter table cards.failed_call enable row level security;
create policy scope on cards.failed_call to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
-- A call is a fact: no grant changes or removes one.
grant select, insert on cards.failed_call to anye_app;
-- The household's document tells how often nobody answered.
create trigger note_insert after insert on cards.failed_call referencing new table as new_rows for each statement execute function cards.note_households();
