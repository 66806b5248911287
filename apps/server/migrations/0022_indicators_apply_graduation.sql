-- DOMAIN section 4: a full-time student is no labourer, and re-enters the day after graduation without anybody typing again.

do $$
declare
  definition text := pg_get_functiondef('indicators.person_states(date, text[], jsonb)'::regprocedure);
  amended text := replace(definition, 'and q.in_school is null', 'and (q.in_school is null or q.graduates_on < d)');
begin
  if amended = definition then raise exception 'indicators.person_states no longer says who is at school'; end if;
  execute amended;
end $$;
