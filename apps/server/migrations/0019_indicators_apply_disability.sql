-- DOMAIN section 4: a disability of the first or second grade is no labour, whatever the sheet says of skill; grades three and
-- four are weak labour and stay. The rest of the definition is not repeated here: the condition joins the one about school.
-- New counters came with the catalogue, so every village is due again.

do $$
declare
  definition text := pg_get_functiondef('indicators.person_states(date, text[], jsonb)'::regprocedure);
  amended text := replace(definition, 'and q.in_school is null',
    'and q.in_school is null
    and (q.disability_grade is null or not coalesce(p -> ''noLabourGrades'', ''["1", "2"]'') ? q.disability_grade)');
begin
  if amended = definition then raise exception 'indicators.person_states no longer says who is at school'; end if;
  execute amended;
end $$;

update indicators.village_computed set as_of = 'epoch';
