-- The monthly service card (就业服务卡, S76-S82): a month per village, a line per labourer and month, checks as facts,
-- needs that become named tasks, and work of phones that came too late for its author.

create schema cards;
grant usage on schema cards to anye_app;

create table cards.village_month (
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  division text collate "C" not null check (division ~ '^\d{12}$'),
  as_of date not null,
  due_on date not null,
  lines integer not null,
  opened_at timestamptz not null,
  completed_on date not null,
  village_closed_at timestamptz,
  village_closed_by uuid,
  township_closed_at timestamptz,
  township_closed_by uuid,
  county_closed_at timestamptz,
  county_closed_by uuid,
  primary key (month, division)
);
comment on table cards.village_month is 'A month of a village''s cards (S76, S79): opened by itself, closed level by level; closed at the county it is locked';
comment on column cards.village_month.as_of is 'Day whose state the checks describe: the last of the month';
comment on column cards.village_month.completed_on is 'Last day on which lines were added for people who became labourers since';
comment on column cards.village_month.due_on is 'Last day on which a check is in time: the 5th of the next month';

create table cards.line (
  month text not null,
  person_id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  state text not null default 'due' check (state in ('due', 'checked', 'returned', 'reviewed', 'closed', 'reopened')),
  known_status text,
  known_job uuid,
  evidence_on date,
  months_without_contact smallint not null default 0,
  months_unchanged smallint not null default 0,
  check_id uuid,
  status text,
  method text,
  no_change boolean,
  checked_by uuid,
  checked_at timestamptz,
  late boolean,
  in_dispute boolean not null default false,
  review_note text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  version integer not null default 1,
  primary key (month, person_id)
);
comment on table cards.line is 'A labourer''s line of the service card for one month; everything but the review follows from the checks';
comment on column cards.line.known_status is 'Status that followed from the open job or the exemption when the month opened or the line was last checked';
comment on column cards.line.known_job is 'The open job that known_status rests on';
comment on column cards.line.evidence_on is 'Latest evidence of the open job when the month opened or the line was last checked';
comment on column cards.line.months_without_contact is 'Months before this one, running, that were checked without speaking to the person';
comment on column cards.line.months_unchanged is 'Months before this one, running, that were confirmed without a change: three call for a sample re-call (V20)';
comment on column cards.line.checked_at is 'When it was seen, by the device''s clock where that can be believed';
comment on column cards.line.late is 'Seen after the due day';
comment on column cards.line.in_dispute is 'Two people checked it without knowing of each other and disagree; the reviewer decides which check holds';
comment on column cards.line.review_note is 'Why the line was returned';
create index line_division on cards.line (division, month, state);
create index line_household on cards.line (household_id, month);
create index line_person on cards.line (person_id, month);

create table cards.check (
  id uuid primary key,
  month text not null,
  person_id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  observed_at timestamptz not null,
  device_at timestamptz not null,
  received_at timestamptz not null,
  skew_seconds integer,
  clock_wrong boolean not null default false,
  late boolean not null,
  method text not null check (method in ('visit', 'video', 'phone', 'proxy', 'none')),
  place jsonb,
  status text not null,
  no_change boolean not null,
  job jsonb not null,
  applied boolean not null,
  services jsonb not null default '[]',
  note text,
  checked_by uuid not null,
  device_id uuid,
  on_behalf text
);
comment on table cards.check is 'Monthly check of one labourer (S79, S82): a fact, appended and never changed; the line shows which one holds';
comment on column cards.check.observed_at is 'When it was seen: the device''s time, or that of arrival when its clock was wrong';
comment on column cards.check.device_at is 'What the device''s clock said';
comment on column cards.check.skew_seconds is 'Device clock minus server clock when it was sent, null for a check made online';
comment on column cards.check.clock_wrong is 'The device''s clock was off by more than the hours allowed; lateness was judged by the arrival';
comment on column cards.check.place is 'Where a home visit was made: WGS 84 and words; personal data of the official';
comment on column cards.check.job is 'What the check says of the job: none, confirm, begin or end';
comment on column cards.check.applied is 'Its job was written to the register; false for the losing side of a dispute and for a month that was closed';
comment on column cards.check.on_behalf is 'Name of the author when a successor took over work that came late';
comment on column cards.check.note is 'Words of the one who checked';
create index check_line on cards.check (person_id, month, observed_at);
create index check_division on cards.check (division, month);

create table cards.need (
  id uuid primary key,
  person_id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  kind text not null,
  note text,
  state text not null default 'open' check (state in ('open', 'served', 'closed')),
  raised_on date not null,
  raised_by uuid not null,
  check_id uuid,
  owner_id uuid,
  owner_name text,
  due_on date not null,
  service text,
  service_note text,
  served_on date,
  served_by uuid,
  closed_on date,
  closed_by uuid,
  version integer not null default 1
);
comment on table cards.need is 'Change or wish found at a check -> named task with a due date -> service -> closed at village level (S80)';
comment on column cards.need.note is 'What the person asks for, in words';
comment on column cards.need.owner_name is 'Name of the official who serves it';
comment on column cards.need.service_note is 'What was done, in words';
create index need_division on cards.need (division, state, due_on);
create index need_person on cards.need (person_id);
create index need_household on cards.need (household_id);

do $$
declare t text;
begin
  foreach t in array array['village_month', 'line', 'check', 'need'] loop
    execute format('alter table cards.%I enable row level security', t);
    execute format('create policy scope on cards.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;

grant select, insert, update on cards.village_month, cards.line, cards.need to anye_app;
-- A check is a fact: no grant changes or removes one.
grant select, insert on cards.check to anye_app;

create view cards.pub_line with (security_invoker = true) as
  select month, person_id, household_id, division, state, known_status, evidence_on, months_without_contact, months_unchanged, check_id,
    status, method, no_change, checked_by, checked_at, late, in_dispute, review_note, reviewed_by, reviewed_at, version
  from cards.line;
create view cards.pub_check with (security_invoker = true) as
  select id, month, person_id, household_id, division, observed_at, received_at, clock_wrong, late, method, status, no_change, applied,
    note, checked_by, on_behalf
  from cards.check;
create view cards.pub_need with (security_invoker = true) as
  select id, person_id, household_id, division, kind, note, state, raised_on, owner_id, owner_name, due_on, service, served_on, closed_on
  from cards.need;
create view cards.pub_village_month with (security_invoker = true) as
  select month, division, as_of, due_on, lines, opened_at, village_closed_at, township_closed_at, county_closed_at from cards.village_month;
grant select on cards.pub_line, cards.pub_check, cards.pub_need, cards.pub_village_month to anye_app;
