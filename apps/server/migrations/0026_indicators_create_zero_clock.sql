-- The clocks of zero-employment households that ran out lately (S23), for the rate at which they are cleared in time: what
-- apps/server/definitions/indicators_zero_clocks.sql works out, kept live and frozen with each closed day like the states.

create table indicators.clock_state (
  household_id uuid primary key,
  division text collate "C" not null,
  opened_on date not null,
  due_on date not null,
  cleared_on date
);
comment on table indicators.clock_state is 'Households whose clock as a zero-employment household ran out in the last thirty days, the latest clock of each; derived, rebuilt from facts at any time';
comment on column indicators.clock_state.opened_on is 'Day since which nobody of the household was at work, as household_state.zero_since tells it';
comment on column indicators.clock_state.due_on is 'Last day to be cleared in time: zeroClearDays working days later';
comment on column indicators.clock_state.cleared_on is 'First day of proven work after it; null while nobody works';
create index clock_state_division on indicators.clock_state (division, household_id);

create table indicators.frozen_clock (
  household_id uuid not null,
  from_day date not null,
  to_day date,
  division text collate "C" not null,
  opened_on date not null,
  due_on date not null,
  cleared_on date,
  primary key (household_id, from_day)
);
comment on table indicators.frozen_clock is 'Clocks as frozen, one row per change: day D shows the rows with from_day <= D and (to_day is null or to_day > D)';
create index frozen_clock_open on indicators.frozen_clock (division, household_id) where to_day is null;
create index frozen_clock_division on indicators.frozen_clock (division, from_day);

do $$
declare t text;
begin
  foreach t in array array['clock_state', 'frozen_clock'] loop
    execute format('alter table indicators.%I enable row level security', t);
    execute format('create policy scope on indicators.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
end $$;

grant select, insert, update, delete on indicators.clock_state to anye_app;
grant select, insert on indicators.frozen_clock to anye_app;
grant update (to_day) on indicators.frozen_clock to anye_app;
