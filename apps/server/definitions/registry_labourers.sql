-- Who is a labourer on day `d`: DOMAIN section 4, in SQL, once; whoever counts labourers or opens a line for each asks here.
-- `p` carries the dated parameters of platform.setting (see packages/contract/src/indicators/parameters.ts).

-- A place as far as it is known: 522300 is 5223, 450000 is 45; townships and villages are known to the last digit.
create or replace function registry.division_stem(code text) returns text language sql immutable parallel safe as $$
select case when length(code) = 6 then regexp_replace(code, '(00)+$', '') else code end
$$;
comment on function registry.division_stem is 'Digits of a division that say something: a city or province loses the zeros that fill its code to six';

create or replace function registry.pub_registered_elsewhere(registered text, lives text, household text)
returns boolean language sql immutable parallel safe as $$
select registered is not null
  and not starts_with(lives, registry.division_stem(registered))
  -- Of a household that is registered elsewhere as a whole, either code may be the one known less far.
  and (household is null or not (starts_with(household, registry.division_stem(registered))
    or starts_with(registered, registry.division_stem(household))))
$$;
comment on function registry.pub_registered_elsewhere is
  'Whether a hukou (6 to 12 digits, as far as known; null is not stated) lies neither where the household lives (12 digits) nor where it is registered: a resident member (常住成员)';

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
  -- Who married in and is registered elsewhere is served here and counted there; the resettled count at their site either way.
  and (not registry.pub_registered_elsewhere(q.register_division, h.division, h.register_division)
    or (select (p ->> 'countsHukouElsewhere')::boolean)
    or q.household_id in (select s.household_id from registry.segment s
      where s.division = any (villages) and s.kind = 'resettled' and s.from_on <= d and (s.to_on is null or s.to_on >= d)))
$$;
comment on function registry.pub_labourers is 'Labourers of these villages on day d: age, skill, presence, schooling and registration (DOMAIN section 4)';

-- The definition changed, so facts that did not change mean something else.
insert into registry.village_touch (division) select distinct division from registry.household;
