-- Who is responsible for whom: grids that change hands by offer and acceptance (S10), and village groups weak in employment
-- with their Party groups and cadres (S72-S75).

create table organization.handover (
  id uuid primary key,
  grid_id uuid not null references organization.grid (id),
  division text collate "C" not null,
  from_holder_id uuid not null references organization.holder (id),
  to_user_id uuid not null references organization.user_account (id),
  from_on date not null,
  note text,
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'expired')),
  on_behalf boolean not null,
  offered_by uuid not null references organization.user_account (id),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  answer text,
  begins_on date,
  version integer not null default 1
);
comment on table organization.handover is 'A grid offered by its holder, or by the village or township on her behalf, to another person, who accepts or declines within seven days (S10)';
comment on column organization.handover.division is 'Village of the grid, 12 digits';
comment on column organization.handover.from_on is 'Day from which the offerer wants the other to hold the grid';
comment on column organization.handover.on_behalf is 'Offered by somebody other than the holder: township clerk, village post, county office';
comment on column organization.handover.expires_at is 'An offer that nobody answered by then holds no longer; its state says so when the grid is offered again';
comment on column organization.handover.begins_on is 'First day of the new term once accepted: from_on, or the day of acceptance when that is later';
create unique index handover_open on organization.handover (grid_id) where state = 'offered';
create index handover_to on organization.handover (to_user_id, offered_at desc);
create index handover_grid on organization.handover (grid_id, offered_at desc);

create table organization.weak_group (
  id uuid primary key,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  group_name text not null,
  criteria text[] not null,
  note text,
  listed_on date not null,
  listed_by uuid,
  base_labourers integer not null check (base_labourers >= 0),
  base_unemployed integer not null check (base_unemployed between 0 and base_labourers),
  delisted_on date,
  delisted_by uuid,
  delist_note text,
  version integer not null default 1,
  check (delisted_on is null or delisted_on >= listed_on)
);
comment on table organization.weak_group is 'Village groups weak in employment (就业工作薄弱村民组, S72), found by survey and listed with criteria';
comment on column organization.weak_group.base_labourers is 'Labourers of the group on the day of listing, as the indicators counted them';
comment on column organization.weak_group.base_unemployed is 'Those of them who were available and not employed on the day of listing: what results are measured against (S75)';
create unique index weak_group_listed on organization.weak_group (division, group_name) where delisted_on is null;
create index weak_group_division on organization.weak_group (division, id);

create table organization.party_group (
  id uuid primary key,
  weak_group_id uuid not null references organization.weak_group (id),
  division text collate "C" not null,
  name text not null,
  leader_name text,
  from_on date not null,
  to_on date,
  version integer not null default 1,
  check (to_on is null or to_on >= from_on)
);
comment on table organization.party_group is 'Employment Party groups (就业党小组, S73), one or more to a weak group';
comment on column organization.party_group.name is 'Name of the Party group';
comment on column organization.party_group.leader_name is 'Name of its leader, an official';
create index party_group_weak_group on organization.party_group (weak_group_id, from_on);

create table organization.weak_group_cadre (
  id uuid primary key,
  weak_group_id uuid not null references organization.weak_group (id),
  division text collate "C" not null,
  user_id uuid references organization.user_account (id),
  name text not null,
  duty text,
  term_from date not null,
  term_to date not null,
  closed_on date,
  result text,
  version integer not null default 1,
  check (term_to >= term_from)
);
comment on table organization.weak_group_cadre is 'Cadres sent to a weak group (选派干部下沉攻坚, S74), each for a term and with a result at its end';
comment on column organization.weak_group_cadre.name is 'Name of the cadre, an official';
comment on column organization.weak_group_cadre.term_to is 'Last day of the term; past and not closed, somebody has to extend it or to close it with a result';
comment on column organization.weak_group_cadre.closed_on is 'Day on which the term was closed with its result';
create index weak_group_cadre_weak_group on organization.weak_group_cadre (weak_group_id, term_from);

do $$
declare t text;
begin
  foreach t in array array['handover', 'weak_group', 'party_group', 'weak_group_cadre'] loop
    execute format('alter table organization.%I enable row level security', t);
    execute format('create policy scope on organization.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;
grant select, insert, update on organization.handover, organization.weak_group, organization.party_group,
  organization.weak_group_cadre to anye_app;

-- Published: what modules above may read.
create or replace view organization.pub_user as select id, name, user_name, state from organization.user_account;
create view organization.pub_grid as select id, division, name, groups, post_id from organization.grid;
create view organization.pub_term as
  select h.id, h.user_id, h.post_id, p.kind, p.division, h.term_from, h.term_to
  from organization.holder h join organization.post p on p.id = h.post_id;
create view organization.pub_weak_group with (security_invoker = true) as
  select id, division, group_name, criteria, note, listed_on, base_labourers, base_unemployed, delisted_on, delist_note, version
  from organization.weak_group;
create view organization.pub_party_group with (security_invoker = true) as
  select id, weak_group_id, division, name, leader_name, from_on, to_on, version from organization.party_group;
create view organization.pub_weak_group_cadre with (security_invoker = true) as
  select id, weak_group_id, division, user_id, name, duty, term_from, term_to, closed_on, result, version
  from organization.weak_group_cadre;
grant select on organization.pub_user, organization.pub_grid, organization.pub_term, organization.pub_weak_group,
  organization.pub_party_group, organization.pub_weak_group_cadre to anye_app;
