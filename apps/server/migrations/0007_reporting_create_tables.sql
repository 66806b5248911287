-- War reports: generated from the freeze, annotated by people, signed by a chief, immutable, corrected by numbered notices.

create schema reporting;
grant usage on schema reporting to anye_app;

create table reporting.report (
  id uuid primary key,
  unit_code text collate "C" not null,
  day date not null,
  number integer not null,
  state text not null check (state in ('draft', 'signed')),
  content jsonb not null,
  notes jsonb not null default '[]',
  compiled_at timestamptz not null,
  compiled_by uuid,
  signed_at timestamptz,
  signed_by uuid,
  signer_name text,
  signer_title text,
  digest text,
  version integer not null default 1,
  unique (unit_code, day),
  unique (unit_code, number)
);
comment on table reporting.report is 'War report (战报) of a unit and day: content is the frozen model every output is drawn from';
comment on column reporting.report.unit_code is '5223 for the prefecture, else the reporting unit';
comment on column reporting.report.digest is 'SHA-256 of content and notes at signature';
comment on column reporting.report.signer_name is 'Name of the signing chief';

create table reporting.correction (
  report_id uuid not null references reporting.report (id),
  number integer not null,
  text text not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signer_name text not null,
  primary key (report_id, number)
);
comment on table reporting.correction is 'Numbered corrections (更正) of a signed report; the report itself never changes';

-- Units whose reports the session may read; set by the binder beside the scope, '*' for the prefecture.
create function reporting.sees_unit(unit text) returns boolean language sql stable parallel safe as $$
  select current_setting('anye.units', true) = '*' or unit = any (string_to_array(current_setting('anye.units', true), ','))
$$;

alter table reporting.report enable row level security;
create policy unit on reporting.report to anye_app using (reporting.sees_unit(unit_code)) with check (reporting.sees_unit(unit_code));
alter table reporting.correction enable row level security;
create policy unit on reporting.correction to anye_app
  using (exists (select 1 from reporting.report r where r.id = report_id))
  with check (exists (select 1 from reporting.report r where r.id = report_id));

-- A signed report is immutable in the database itself, whoever asks.
create function reporting.refuse_signed() returns trigger language plpgsql as $$
begin
  if old.state = 'signed' then raise exception 'a signed report is immutable' using errcode = 'integrity_constraint_violation'; end if;
  return new;
end $$;
create trigger immutable before update or delete on reporting.report for each row execute function reporting.refuse_signed();

grant select, insert, update on reporting.report to anye_app;
grant select, insert on reporting.correction to anye_app;

create table reporting.export_request (
  id uuid primary key,
  what text not null check (what in ('persons', 'households')),
  filter jsonb not null,
  columns text[] not null default '{}',
  rows integer not null,
  reason text not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'making', 'ready', 'failed')),
  scope text[] not null,
  field_level text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  file_id uuid,
  expires_at timestamptz,
  probe text collate "C" not null
);
comment on table reporting.export_request is 'Exports of rows with reason; above 200 rows they wait for approval (DOMAIN section 8)';
comment on column reporting.export_request.probe is 'First code prefix of the scope: who sees the place sees the request';
alter table reporting.export_request enable row level security;
create policy scope on reporting.export_request to anye_app using (platform.in_scope(probe)) with check (platform.in_scope(probe));
grant select, insert, update on reporting.export_request to anye_app;
