-- Who is a labourer on day `d`: DOMAIN section 4, in SQL, once; whoever counts labourers or opens a line for each asks here.
-- `p` carries the dated parameters of platform.setting (see packages/contract/src/indicators/parameters.ts).

create or replace function registry.pub_labourers(d date, villages text[], p jsonb)
returns table (id uuid, household_id uuid, division text) language sql stable as $$
select q.id, q.household_id, q.division
from registry.person q
join registry.household h on h.id = q.household_id
where q.division = any (villages) and h.division = any (villages) and h.status = 'active'
  and q.birth > (select d - make_interval(years => (p ->> 'labourAgeTo')::int))
  and q.birth <= (select d - make_interval(years => (p ->> 'labourAgeFrom')::int))
  and (q.exit_on is null or q.exit_on > d)
  and (q.status <> 'merged')
  -- A full-time student begins the day after the last at school, without anybody typing again.
  and (q.in_school is null or q.graduates_on < d)
  -- A disability of the first or second grade is no labour, whatever the sheet says of skill; grades three and four are weak labour.
  and (q.disability_grade is null or q.disability_grade <> all (array(select jsonb_array_elements_text(p -> 'noLabourGrades'))))
  and q.pop_class = (select p ->> 'labourPopClass')
  and q.labour_skill = any (array(select jsonb_array_elements_text(p -> 'labourSkills')))
$$;
comment on function registry.pub_labourers is 'Labourers of these villages on day d: age, skill, presence and schooling (DOMAIN section 4)';

-- The definition changed, so facts that did not change mean something else.
insert into registry.village_touch (division) select distinct division from registry.household;
