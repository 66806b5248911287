-- A check fills the staging tables faster than the database measures them by itself; without measures it takes a village
-- for one row and goes through the whole file for each. The application may not analyze tables it does not own.

create function registry.measure_staging() returns void
language plpgsql security definer set search_path = pg_catalog, registry as $$
begin
  analyze registry.import_person, registry.import_household, registry.import_history, registry.import_issue;
end $$;
revoke all on function registry.measure_staging from public;
grant execute on function registry.measure_staging to anye_app;
