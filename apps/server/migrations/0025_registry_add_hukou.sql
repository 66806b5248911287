-- Where a person is registered (户籍地): who married in and left the hukou at home lives here as a resident member.

alter table registry.person add column register_division text collate "C" check (register_division ~ '^\d{6}(\d{3}){0,2}$');
comment on column registry.person.register_division is 'Division of the hukou, 6, 9 or 12 digits as far as it is known; null means registered where the household is';
comment on column registry.household.register_division is 'Division where the household is registered, as stated for its head; null means where it lives';

create or replace view registry.pub_person with (security_invoker = true) as
  select id, household_id, division, seq, name, id_no_sealed, sex, birth, ethnic, relation, is_head, education, in_school, marital, political,
    health, disability_category, disability_grade, labour_skill, pop_class, phone_sealed, bank_no_sealed, skills, intent, dibao, tekun,
    status, exit_on, version, graduates_on, register_division
  from registry.person;
create or replace view registry.pub_household with (security_invoker = true) as
  select id, hh_no, division, group_name, type, attribute, type_year, resettled, resettled_year, site, room, causes, per_capita_income,
    land_mu, phone_sealed, contact_name, grid_name, head_id, head_name, members, status, parents, version, register_division
  from registry.household;
