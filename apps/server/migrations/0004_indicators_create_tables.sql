-- Indicators: the state of every labourer and household on a day, the village's counters, the frozen base, the day's ledger.
-- The definitions of DOMAIN section 4 stand here once, as two functions of (day, villages, parameters); the live worker, the
-- rebuild, the freeze and the history all call them, so their numbers cannot differ.

create schema indicators;
grant usage on schema indicators to anye_app;

create table indicators.person_state (
  person_id uuid primary key,
  household_id uuid not null,
  division text collate "C" not null,
  available boolean not null,
  employed boolean not null,
  stable boolean not null,
  to_verify boolean not null,
  employed_until date,
  episode_id uuid,
  area text,
  track text,
  destination text collate "C",
  sector smallint,
  organised boolean,
  form text,
  wage_monthly numeric(12,2),
  poor boolean not null,
  resettled boolean not null,
  edge boolean not null
);
comment on table indicators.person_state is 'Every labourer as of the day of the village''s last computation; derived, rebuilt from facts at any time';
comment on column indicators.person_state.to_verify is 'An open episode whose evidence is older than evidence_days: not employed, but to be verified first';
comment on column indicators.person_state.employed_until is 'Last day to which an episode with fresh evidence carried the claim';
comment on column indicators.person_state.destination is 'City (4 digits) or province (2 digits) of work';
create index person_state_division on indicators.person_state (division, person_id);

create table indicators.household_state (
  household_id uuid primary key,
  division text collate "C" not null,
  in_base boolean not null,
  poor boolean not null,
  resettled boolean not null,
  edge boolean not null,
  labourers smallint not null,
  available smallint not null,
  employed smallint not null,
  stable smallint not null,
  zero boolean not null,
  zero_since date,
  special boolean not null
);
comment on table indicators.household_state is 'Every household as of the day of the village''s last computation: labourers, available, employed, stable';
comment on column indicators.household_state.in_base is 'Belongs to the frozen base of the month (before the month''s freeze: every active household)';
comment on column indicators.household_state.zero_since is 'When the clock of a zero-employment household started (S23): the day after its last job, or the day the register learned of it when it never had one';
comment on column indicators.household_state.special is 'Labour household whose labourers are all exempt (特殊户): not zero-employment';
create index household_state_division on indicators.household_state (division, household_id);
create index household_state_zero on indicators.household_state (zero_since, division) where zero;

create table indicators.village_counter (
  division text collate "C" not null,
  key text collate "C" not null,
  value integer not null,
  primary key (division, key)
);
comment on table indicators.village_counter is 'Live counters of a village; every figure of every level is a sum of these';

create table indicators.village_computed (
  division text collate "C" primary key,
  as_of date not null,
  computed_at timestamptz not null,
  facts_at timestamptz not null
);
comment on table indicators.village_computed is 'When a village was last computed, for which day, and up to which moment its facts were in';

create table indicators.base_month (
  month text primary key check (month ~ '^\d{4}-\d{2}$'),
  frozen_on date not null,
  frozen_by uuid,
  households integer not null
);
comment on table indicators.base_month is 'Monthly freeze of the base (底数), by the 6th';

create table indicators.base_household (
  month text not null references indicators.base_month (month),
  household_id uuid not null,
  division text collate "C" not null,
  poor boolean not null,
  resettled boolean not null,
  edge boolean not null,
  primary key (month, household_id)
);
comment on table indicators.base_household is 'Households of a month''s base with the segments they had at the freeze';
create index base_household_division on indicators.base_household (division, month);

create table indicators.day (
  day date primary key,
  state text not null check (state in ('closed', 'reconstructed')),
  closed_at timestamptz not null,
  closed_by uuid,
  head text
);
comment on table indicators.day is 'Closed days. closed: frozen at cut-off; reconstructed: computed afterwards from facts, before the first closed day';

create table indicators.ledger (
  day date not null references indicators.day (day) deferrable initially deferred,
  division text collate "C" not null,
  key text collate "C" not null,
  opening integer not null,
  change integer not null,
  correction integer not null,
  closing integer not null,
  primary key (day, division, key),
  check (opening + change + correction = closing)
);
comment on table indicators.ledger is 'The day''s books per village and counter: opening + change + correction = closing; a correction is the effect of facts that belong to earlier days';
create index ledger_series on indicators.ledger (key, division, day);

create table indicators.frozen_household (
  household_id uuid not null,
  from_day date not null,
  to_day date,
  division text collate "C" not null,
  in_base boolean not null,
  poor boolean not null,
  resettled boolean not null,
  edge boolean not null,
  labourers smallint not null,
  available smallint not null,
  employed smallint not null,
  stable smallint not null,
  zero boolean not null,
  zero_since date,
  special boolean not null,
  primary key (household_id, from_day)
);
comment on table indicators.frozen_household is 'Household states as frozen, one row per change: day D shows the rows with from_day <= D and (to_day is null or to_day > D), so a signed figure opens to exactly its records';
create index frozen_household_open on indicators.frozen_household (division, household_id) where to_day is null;
create index frozen_household_division on indicators.frozen_household (division, from_day);

create table indicators.frozen_person (
  person_id uuid not null,
  from_day date not null,
  to_day date,
  household_id uuid not null,
  division text collate "C" not null,
  available boolean not null,
  employed boolean not null,
  stable boolean not null,
  to_verify boolean not null,
  employed_until date,
  episode_id uuid,
  area text,
  track text,
  destination text collate "C",
  sector smallint,
  organised boolean,
  form text,
  wage_monthly numeric(12,2),
  poor boolean not null,
  resettled boolean not null,
  edge boolean not null,
  primary key (person_id, from_day)
);
comment on table indicators.frozen_person is 'Labourer states as frozen, one row per change';
create index frozen_person_open on indicators.frozen_person (division, person_id) where to_day is null;
create index frozen_person_division on indicators.frozen_person (division, from_day);

do $$
declare t text;
begin
  foreach t in array array['person_state', 'household_state', 'village_counter', 'village_computed', 'base_household', 'ledger', 'frozen_household', 'frozen_person'] loop
    execute format('alter table indicators.%I enable row level security', t);
    execute format('create policy scope on indicators.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;

grant select, insert, update, delete on indicators.person_state, indicators.household_state, indicators.village_counter, indicators.village_computed to anye_app;
grant select, insert on indicators.base_month, indicators.base_household, indicators.day, indicators.ledger to anye_app;
grant select, insert on indicators.frozen_household, indicators.frozen_person to anye_app;
grant update (to_day) on indicators.frozen_household, indicators.frozen_person to anye_app;

create view indicators.pub_person_state with (security_invoker = true) as select * from indicators.person_state;
create view indicators.pub_household_state with (security_invoker = true) as select * from indicators.household_state;
grant select on indicators.pub_person_state, indicators.pub_household_state to anye_app;
