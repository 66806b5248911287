-- Needs are handed over, closed at the village and opened again (S80); zero-employment households get an owner and a close-out
-- (S23, V26); the task list of a village's day is kept for the record (S17).

alter table cards.need
  add column handed_on date,
  add column close_note text,
  add column reopened_on date,
  add column reopened_by uuid,
  add column reopen_note text;
comment on column cards.need.handed_on is 'Day on which the present owner took it over; null while it is with whoever heard of it';
comment on column cards.need.close_note is 'What the village found when it closed it, in words';
comment on column cards.need.reopen_note is 'Why a need that was served or closed was opened again';

create or replace view cards.pub_need with (security_invoker = true) as
  select id, person_id, household_id, division, kind, note, state, raised_on, owner_id, owner_name, due_on, service, served_on, closed_on
  from cards.need;

-- What the task list reads of other modules.
create or replace view registry.pub_exemption with (security_invoker = true) as
  select id, person_id, division, reason, from_on, until_on, approved_by, approved_at, asked_by,
    case when approved_at is not null then 'approved' when ended_at is not null then 'declined' else 'asked' end as state, ended_at
  from registry.exemption;
create view indicators.pub_village_computed with (security_invoker = true) as
  select division, as_of, computed_at from indicators.village_computed;
grant select on indicators.pub_village_computed to anye_app;

create schema command;
grant usage on schema command to anye_app;

create table command.zero_case (
  id uuid primary key,
  household_id uuid not null unique,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  state text not null check (state in ('open', 'proposed', 'closed', 'lapsed')),
  zero_since date not null,
  opened_on date not null,
  owner_id uuid,
  owner_name text,
  episode_id uuid,
  note text,
  proposed_by uuid,
  proposed_on date,
  approved_by uuid,
  closed_on date,
  version integer not null default 1
);
comment on table command.zero_case is 'A household without employment as a matter to be dealt with (S23): one per household, reopened when it loses its work again';
comment on column command.zero_case.state is 'open: to be dealt with; proposed: the village asks to close it; closed: the township agreed; lapsed: it ended by itself, nobody of the household could work or the household is gone';
comment on column command.zero_case.zero_since is 'Start of the clock when it was opened last';
comment on column command.zero_case.owner_name is 'Name of the official who answers for it; null: the contact of the household';
comment on column command.zero_case.episode_id is 'The verified job on which its close-out rests (V26)';
comment on column command.zero_case.note is 'What the village says of the close-out, in words';
create index zero_case_division on command.zero_case (division, state, zero_since);
create index zero_case_owner on command.zero_case (owner_id) where owner_id is not null;

create table command.zero_case_event (
  case_id uuid not null references command.zero_case (id),
  seq integer not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  kind text not null check (kind in ('opened', 'assigned', 'proposed', 'declined', 'approved', 'reopened', 'lapsed')),
  at timestamptz not null,
  by_id uuid,
  owner_name text,
  episode_id uuid,
  note text,
  primary key (case_id, seq)
);
comment on table command.zero_case_event is 'History of a zero-employment case, appended and never changed';
comment on column command.zero_case_event.owner_name is 'Name of the official it was given to';
comment on column command.zero_case_event.note is 'Reason or remark, in words';
create index zero_case_event_division on command.zero_case_event (division);

create table command.task (
  id uuid primary key,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  kind text not null check (kind in ('check', 'need', 'need_close', 'zero', 'zero_close', 'exemption', 'contract', 'evidence')),
  subject_id uuid not null,
  household_id uuid not null,
  person_id uuid,
  due_on date,
  detail jsonb not null,
  owner_name text,
  from_day date not null,
  to_day date,
  done boolean,
  check (to_day is null or to_day >= from_day),
  check ((to_day is null) = (done is null))
);
comment on table command.task is 'What a village had to do (S17), a row per stretch of mornings on which it stood in the list: day D shows the rows with from_day <= D and (to_day is null or to_day >= D)';
comment on column command.task.subject_id is 'The household, need, exemption or job it is about';
comment on column command.task.detail is 'What the reason is made of, as the list of the first morning had it';
comment on column command.task.owner_name is 'Name of the official it was for';
comment on column command.task.to_day is 'Last day on which it stood in the morning''s list';
comment on column command.task.done is 'By the evening of to_day: dealt with; false when only its time had passed';
create unique index task_open on command.task (division, kind, subject_id) where to_day is null;
create index task_division on command.task (division, from_day);

create table command.task_day (
  day date not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  taken_at timestamptz not null,
  primary key (day, division)
);
comment on table command.task_day is 'Mornings on which the task list of a village was taken down; a day without a row has no record';

do $$
declare t text;
begin
  foreach t in array array['zero_case', 'zero_case_event', 'task', 'task_day'] loop
    execute format('alter table command.%I enable row level security', t);
    execute format('create policy scope on command.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;

grant select, insert, update on command.zero_case, command.task to anye_app;
grant select, insert on command.zero_case_event, command.task_day to anye_app;
-- A household that moved takes its history along: nothing but the place of an event may change.
grant update (division) on command.zero_case_event to anye_app;
