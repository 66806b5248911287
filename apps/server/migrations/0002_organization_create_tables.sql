-- Divisions with validity, the reporting-unit tree beside them, organisations with posts and holders, users with roles.

create schema organization;
grant usage on schema organization to anye_app;

create table organization.division (
  code text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text not null,
  level smallint not null check (level between 1 and 6),
  parent_code text collate "C",
  successor_code text collate "C",
  kind text not null,
  pinyin text not null,
  initials text not null,
  sort integer not null default 0,
  primary key (code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table organization.division is 'Administrative divisions with validity dates: 1 province, 2 prefecture (6 digits), 3 county (6), 4 township (9), 5 village or community (12), 6 village group (15, this product''s own)';
comment on column organization.division.valid_to is 'Last day of validity, null while in force';
comment on column organization.division.short_name is 'Name without the suffix of its kind, for search and maps';
comment on column organization.division.pinyin is 'Full pinyin readings without tones, space-separated alternatives';
create index division_parent on organization.division (parent_code, sort);

create table organization.reporting_unit (
  code text collate "C" primary key,
  name text not null,
  short_name text not null,
  county_code text collate "C",
  sort integer not null
);
comment on table organization.reporting_unit is 'Units that report (统计汇报单元): eight counties and 义龙新区, which has no GB code';
comment on column organization.reporting_unit.county_code is 'The GB county of the same name, null for 义龙新区';

create table organization.reporting_unit_township (
  unit_code text collate "C" not null references organization.reporting_unit (code),
  township_code text collate "C" not null,
  valid_from date not null,
  valid_to date,
  primary key (township_code, valid_from)
);
comment on table organization.reporting_unit_township is 'Which townships report through which unit, by date; the key keeps a township in one unit';

create table organization.village (
  code text collate "C" primary key,
  name text not null,
  township_code text collate "C" not null,
  township_name text not null,
  county_code text collate "C" not null,
  county_name text not null,
  unit_code text collate "C" not null,
  unit_name text not null,
  urban boolean not null
);
comment on table organization.village is 'Flat place of every village in force: the join that rolls facts up over both trees; rebuilt from division and reporting_unit_township';
create index village_unit on organization.village (unit_code, township_code);

create view organization.pub_village as select * from organization.village;
create view organization.pub_unit as select code, name, short_name, county_code, sort from organization.reporting_unit;

create table organization.organisation (
  id uuid primary key,
  kind text not null,
  name text not null,
  division text collate "C" not null,
  unit_code text collate "C",
  parent_id uuid references organization.organisation (id),
  valid_from date not null,
  valid_to date
);
comment on table organization.organisation is 'Commands, offices, village front-line posts and other bodies (S6-S9, S35)';
create index organisation_division on organization.organisation (division, kind);

create table organization.post (
  id uuid primary key,
  organisation_id uuid not null references organization.organisation (id),
  kind text not null,
  title text not null,
  rank integer not null,
  required boolean not null default true,
  division text collate "C" not null
);
comment on table organization.post is 'A position in a body with its order of precedence: 指挥长, 常务副指挥长, 第一副指挥长, 副指挥长; 双指挥长 of a county; 村支两委, 驻村工作队; grids';
create index post_division on organization.post (division, kind);

create table organization.holder (
  id uuid primary key,
  post_id uuid not null references organization.post (id),
  user_id uuid,
  name text not null,
  duty text,
  phone_sealed bytea,
  term_from date not null,
  term_to date,
  ended_reason text,
  version integer not null default 1
);
comment on table organization.holder is 'Who holds a post and for which term; a vacancy is a post without a holder today';
comment on column organization.holder.name is 'Name of the official';
comment on column organization.holder.phone_sealed is 'Encrypted mobile number';
create index holder_post on organization.holder (post_id, term_from);

create table organization.grid (
  id uuid primary key,
  division text collate "C" not null,
  name text not null,
  groups text[] not null default '{}',
  post_id uuid references organization.post (id)
);
comment on table organization.grid is 'A grid (网格): several village groups of one village, owned by one grid member (S10)';

create table organization.user_account (
  id uuid primary key,
  user_name text not null unique,
  name text not null,
  duty text,
  state text not null check (state in ('active', 'disabled')),
  must_change_password boolean not null default true,
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1
);
comment on table organization.user_account is 'People who log in; the password and sessions live in schema auth under the same id';
comment on column organization.user_account.name is 'Name of the official';

create table organization.role_grant (
  id uuid primary key,
  user_id uuid not null references organization.user_account (id),
  role text not null,
  scope text[] not null,
  unit_code text collate "C",
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  granted_at timestamptz not null
);
comment on table organization.role_grant is 'A role of the matrix with its scope: code prefixes (4 to 15 digits) or the township list of a reporting unit';
create index role_grant_user on organization.role_grant (user_id);

create view organization.pub_user as select id, name, user_name from organization.user_account;

grant select, insert, update on all tables in schema organization to anye_app;
grant delete on organization.village to anye_app;
