-- A first load fills the register faster than the database measures it by itself; until then every plan takes it for empty
-- and goes through all of it for each row. The application may not analyze tables it does not own.

create function registry.measure_facts() returns void
language plpgsql security definer set search_path = pg_catalog, registry as $$
begin
  analyze registry.household, registry.person, registry.segment, registry.exemption, registry.episode, registry.evidence;
end $$;
revoke all on function registry.measure_facts from public;
grant execute on function registry.measure_facts to anye_app;

-- Nothing is ever looked up by these, and comparing their long values is most of the work of measuring.
alter table registry.import_person alter column payload set statistics 0, alter column job set statistics 0, alter column training set statistics 0;
alter table registry.import_household alter column payload set statistics 0;
alter table registry.import_history alter column job set statistics 0;
alter table registry.import_issue alter column "values" set statistics 0, alter column message set statistics 0;
alter table registry.person alter column id_no_sealed set statistics 0, alter column phone_sealed set statistics 0,
  alter column bank_no_sealed set statistics 0, alter column raw set statistics 0;
alter table registry.household alter column phone_sealed set statistics 0, alter column raw set statistics 0;
alter table registry.episode alter column raw set statistics 0;
