-- Which households had a clock that ran out lately, and whether work came in time: the cohort of 清零率 (DOMAIN section 4:
-- closed within clock ÷ opened), in SQL, once. `clocks` gives each day on which a clock of the cohort may have opened with
-- the last day to clear it, `{"opened": …, "due": …}`, because the calendar of working days is no table.
--
-- What was work and how long evidence carries it are as in indicators.person_states, so that a household still without work
-- has here the day that its zero_since names (held by compute/zero-clocks.db.test.ts and rebuild.property.test.ts). A lapse of
-- evidence that later evidence bridges was no spell without work; a job clears from the day on which it was first proven.
-- `labourers` are those of households with somebody available: one where all are exempt or gone has no clock.

create or replace function indicators.zero_clocks(d date, villages text[], p jsonb, clocks jsonb, labourers uuid[])
returns setof indicators.clock_state language sql stable set enable_nestloop = off as $$
with labourer as (
  select q.id, q.household_id, q.division, h.known_since
  from registry.person q
  join registry.household h on h.id = q.household_id
  where q.division = any (villages) and h.division = any (villages) and q.id in (select unnest(labourers))
),
clock as (
  select c.opened, c.due from jsonb_to_recordset(clocks) as c(opened date, due date)
),
proof as (
  select x.episode_id, min(x.on_date) as first_evidence, max(x.on_date) as last_evidence, min(x.grade) as best_grade
  from registry.evidence x where x.division = any (villages) and x.on_date <= d group by x.episode_id
),
-- Days on which a labourer of the household was proven at work.
work as (
  select l.household_id, least(greatest(e.start_on, v.first_evidence), c.carried_to) as from_on, least(c.carried_to, d) as to_on
  from registry.episode e
  join proof v on v.episode_id = e.id
  join labourer l on l.id = e.person_id
  cross join lateral (select least(coalesce(e.end_on, 'infinity'::date), v.last_evidence + (select (p ->> 'evidenceDays')::int)) as carried_to) c
  where e.division = any (villages) and not e.voided and e.start_on <= d and c.carried_to >= e.start_on
    and (e.form <> (select p ->> 'farmingForm') or v.best_grade < 'c')
    and (e.paid_days is null or e.paid_days >= (select (p ->> 'paidDays')::int)
         or coalesce(e.wage_monthly, 0) * 12 >= (select (p ->> 'lowIncomeLine')::numeric))
),
stretch as (
  select w.household_id, w.from_on,
    max(w.to_on) over (partition by w.household_id order by w.from_on, w.to_on rows between unbounded preceding and 1 preceding) as reached
  from work w
),
-- A spell without work begins the day after the last, or with the day the register learned of the household.
spell as (
  select s.household_id, coalesce(s.reached + 1, h.known_since) as opened_on, s.from_on as cleared_on
  from stretch s join (select distinct household_id, known_since from labourer) h on h.household_id = s.household_id
  where s.from_on > coalesce(s.reached + 1, h.known_since)
  union all
  select l.household_id, coalesce(max(w.to_on) + 1, max(l.known_since)), null
  from labourer l left join work w on w.household_id = l.household_id
  group by l.household_id having max(w.to_on) is null or max(w.to_on) < d
)
select distinct on (s.household_id) s.household_id, l.division, s.opened_on, c.due, s.cleared_on
from spell s
join clock c on c.opened = s.opened_on
join (select distinct household_id, division from labourer) l on l.household_id = s.household_id
order by s.household_id, s.opened_on desc
$$;
comment on function indicators.zero_clocks is 'Households of these villages whose zero-employment clock ran out lately as of day d, the latest clock of each (S23, DOMAIN section 4)';

update indicators.village_computed set as_of = 'epoch';
