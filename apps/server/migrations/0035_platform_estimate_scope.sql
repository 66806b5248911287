-- The planner took the third condition of a scope for one that a row in a hundred meets ("= or ~" of unknown values), where
-- nearly all rows meet it: of a county's 400,000 it expected two, joined by comparing each with each, and sorted the county
-- for a page of fifty (3.7 million persons: six seconds instead of thirty milliseconds). Of a CASE it assumes one in two.
create or replace function platform.in_scope(division text) returns boolean
language sql stable parallel safe as $$
  select division >= current_setting('anye.scope_lo', true) collate "C"
     and division < current_setting('anye.scope_hi', true) collate "C"
     and case when current_setting('anye.scope_list', true) = '' then true
              else division ~ ('^(' || replace(current_setting('anye.scope_list', true), ',', '|') || ')') end
$$;

-- What phones no longer need is deleted by its time; rows are appended in that order.
create index household_change_at on registry.household_change using brin (at);
