-- Who is available, employed, stable on day `d`: DOMAIN section 4, in SQL, once. Change a rule here: the next
-- `migrate` puts the new text into force and every village is computed again.
-- `p` carries the dated parameters of platform.setting (see packages/contract/src/indicators/parameters.ts), each read once
-- and not for every row. Household and labourers come together, because the one is made of the others.

create or replace function indicators.segments(d date, villages text[])
returns table (household_id uuid, poor boolean, resettled boolean, edge boolean) language sql stable as $$
select s.household_id,
  bool_or(s.kind in ('poor', 'ex_poor', 'monitored')),
  bool_or(s.kind = 'resettled'),
  bool_or(s.kind in ('edge', 'sudden_hardship'))
from registry.segment s
where s.division = any (villages) and s.from_on <= d and (s.to_on is null or s.to_on >= d)
group by s.household_id
$$;
comment on function indicators.segments is 'Segments of the households of these villages on day d (S30): poor with those who left poverty and those under watch, resettled, on the edge';

create or replace function indicators.person_states(d date, villages text[], p jsonb)
returns setof indicators.person_state language sql stable
-- A village is thousands of rows on every side of these joins, but the planner cannot see that through the parameters and
-- would compare each with each; hashing is right from one village to all of them.
set enable_nestloop = off as $$
with labourer as (
  select id, household_id, division from registry.pub_labourers(d, villages, p)
),
proof as (
  select x.episode_id, max(x.on_date) as last_evidence, min(x.grade) as best_grade,
         count(*) filter (where x.kind = (select p ->> 'wageEvidence')) as wage_proofs
  from registry.evidence x where x.division = any (villages) and x.on_date <= d group by x.episode_id
),
-- One row per episode that began by d, with the last day to which fresh evidence carries it.
job as (
  select e.id, e.person_id, e.start_on, e.end_on, e.area, e.track, e.place_code, e.sector, e.organised, e.form, e.wage_monthly,
         e.contract, e.contract_from, e.contract_to, coalesce(v.wage_proofs, 0) as wage_proofs,
         -- LEAST ignores nulls: without evidence nothing is carried (V21)
         case when v.last_evidence is not null
           then least(coalesce(e.end_on, 'infinity'::date), v.last_evidence + (select (p ->> 'evidenceDays')::int)) end as carried_to
  from registry.episode e
  left join proof v on v.episode_id = e.id
  where e.division = any (villages) and not e.voided and e.start_on <= d
    -- 务农 counts only as scale farming that somebody saw proven (farming_counts = false)
    and (e.form <> (select p ->> 'farmingForm') or coalesce(v.best_grade, 'c') < 'c')
    and (e.paid_days is null or e.paid_days >= (select (p ->> 'paidDays')::int)
         or coalesce(e.wage_monthly, 0) * 12 >= (select (p ->> 'lowIncomeLine')::numeric))
),
current_job as (
  select distinct on (j.person_id) j.*
  from job j
  where j.end_on is null or j.end_on >= d
  order by j.person_id, (j.carried_to >= d) desc nulls last, j.start_on, j.id
),
-- Days worked in the last twelve months inside the unbroken run (gaps up to gapDays) that reaches d.
run as (
  select w.person_id, w.from_on, w.to_on,
         sum(case when w.from_on - w.reached > (select (p ->> 'gapDays')::int) then 1 else 0 end)
           over (partition by w.person_id order by w.from_on, w.to_on) as island
  from (
    select j.person_id, j.start_on as from_on, least(coalesce(j.end_on, d), d) as to_on,
           max(least(coalesce(j.end_on, d), d)) over (partition by j.person_id order by j.start_on, j.end_on
             rows between unbounded preceding and 1 preceding) as reached
    from job j
  ) w
),
worked as (
  select r.person_id, sum(greatest(0, r.to_on - greatest(r.from_on, d - 365) + 1)) as days, max(r.to_on) as reached
  from run r
  join (select person_id, max(island) as island from run group by person_id) last using (person_id, island)
  group by r.person_id
),
exempt as (
  select distinct y.person_id from registry.exemption y
  where y.division = any (villages) and y.approved_at is not null and d between y.from_on and y.until_on
),
employed_until as (
  select j.person_id, max(least(j.carried_to, d)) as until from job j where j.carried_to >= j.start_on group by j.person_id
)
select l.id, l.household_id, l.division,
  x.person_id is null as available,
  coalesce(c.carried_to >= d, false) as employed,
  coalesce(c.carried_to >= d and (
       (w.days >= (select (p ->> 'stableDays')::int) and w.reached >= d)
    or (c.wage_proofs >= 1 and d - c.start_on >= 30
        and (c.contract = (select p ->> 'openEndedContract') or c.contract_to - c.contract_from >= (select (p ->> 'stableDays')::int)))
    or (c.form = any (array(select jsonb_array_elements_text(p -> 'postForms'))) and c.wage_proofs >= 2
        and c.contract_to - c.contract_from >= 364)
    or (c.form = (select p ->> 'selfEmployedForm') and d - c.start_on >= (select (p ->> 'stableDays')::int))
  ), false) as stable,
  coalesce(c.id is not null and not coalesce(c.carried_to >= d, false), false) as to_verify,
  u.until as employed_until,
  c.id as episode_id, c.area, c.track,
  case when c.area = '04' then left(c.place_code, 4) end as destination,
  c.sector, c.organised, c.form, c.wage_monthly,
  coalesce(g.poor, false), coalesce(g.resettled, false), coalesce(g.edge, false)
from labourer l
left join indicators.segments(d, villages) g on g.household_id = l.household_id
left join current_job c on c.person_id = l.id
left join worked w on w.person_id = l.id
left join employed_until u on u.person_id = l.id
left join exempt x on x.person_id = l.id
$$;
comment on function indicators.person_states is 'State of every labourer of these villages on day d (DOMAIN section 4; S2, S21-S23, V21)';

create or replace function indicators.states(d date, villages text[], p jsonb)
returns table (household indicators.household_state, persons indicators.person_state[]) language sql stable set enable_nestloop = off as $$
with base as (
  select month from indicators.base_month where month = to_char(d, 'YYYY-MM') and frozen_on <= d
),
labour as (
  select s.household_id, count(*)::int as labourers, count(*) filter (where available)::int as available,
         count(*) filter (where employed)::int as employed, count(*) filter (where stable)::int as stable,
         max(employed_until) as employed_until, array_agg(s) as persons
  from indicators.person_states(d, villages, p) s group by s.household_id
)
select row(h.id, h.division,
  not exists (select 1 from base) or f.household_id is not null,
  coalesce(f.poor, g.poor, false), coalesce(f.resettled, g.resettled, false), coalesce(f.edge, g.edge, false),
  coalesce(l.labourers, 0)::smallint, coalesce(l.available, 0)::smallint,
  coalesce(l.employed, 0)::smallint, coalesce(l.stable, 0)::smallint,
  coalesce(l.available > 0 and l.employed = 0, false),
  case when l.available > 0 and l.employed = 0 then coalesce(l.employed_until + 1, h.known_since) end,
  coalesce(l.labourers > 0 and l.available = 0 and l.employed = 0, false))::indicators.household_state,
  coalesce(l.persons, '{}')
from registry.household h
left join labour l on l.household_id = h.id
left join indicators.segments(d, villages) g on g.household_id = h.id
left join indicators.base_household f on f.household_id = h.id and f.month = (select month from base) and f.division = any (villages)
where h.division = any (villages) and h.status = 'active'
$$;
comment on function indicators.states is 'State of every household of these villages on day d, over the base frozen for the month, with the states of its labourers (S3, S21-S23)';

update indicators.village_computed set as_of = 'epoch';
