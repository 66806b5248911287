-- The last day at school of a student, from which the definitions tell when a labourer begins.

alter table registry.person add column graduates_on date;
comment on column registry.person.graduates_on is 'Last day at school when it is known; the person counts as a labourer from the day after';

create or replace view registry.pub_person with (security_invoker = true) as
  select id, household_id, division, seq, name, id_no_sealed, sex, birth, ethnic, relation, is_head, education, in_school, marital, political,
    health, disability_category, disability_grade, labour_skill, pop_class, phone_sealed, bank_no_sealed, skills, intent, dibao, tekun,
    status, exit_on, version, graduates_on
  from registry.person;
