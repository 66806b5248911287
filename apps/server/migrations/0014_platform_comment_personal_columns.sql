-- What each column about a person holds: the source of the table in docs/data-protection.md.

comment on column platform.audit_entry.actor_name is 'Name of the official who acted, as it was then';
comment on column platform.audit_entry.address is 'Network address the request came from';
comment on column auth."user".email_verified is 'Asked for by the library; says nothing, the address is none';
comment on column organization.user_account.must_change_password is 'First password not changed yet';

comment on column registry.household.contact_name is 'Name of the contact cadre (包保联系干部)';
comment on column registry.household.per_capita_income is 'Yuan a person and year, as the sheet states it';
comment on column registry.household.causes is 'Causes of poverty, a set';

comment on column registry.person.name_pinyin is 'Readings of the name, for search';
comment on column registry.person.name_initials is 'Initials of the readings, for search';
comment on column registry.person.former_name is 'Name borne before';
comment on column registry.person.sex is 'Sex (GB/T 2261.1)';
comment on column registry.person.birth is 'Date of birth';
comment on column registry.person.ethnic is 'Ethnic group (GB/T 3304)';
comment on column registry.person.relation is 'Relation to the head of the household';
comment on column registry.person.education is 'Education; excludes in_school';
comment on column registry.person.marital is 'Marital status';
comment on column registry.person.political is 'Political affiliation';
comment on column registry.person.disability_category is 'Category of the disability certificate';
comment on column registry.person.disability_grade is 'Grade of the disability certificate';
comment on column registry.person.labour_skill is 'Labour skill and ability';
comment on column registry.person.intent is 'What work the person looks for';
comment on column registry.person.dibao is 'Receives the minimum living allowance';
comment on column registry.person.tekun is 'Is supported as destitute';
comment on column registry.person.raw is 'Cells as they stood in the sheet';

comment on column registry.exemption.reason is 'Why the person cannot work for now; illness and pregnancy among the codes';
comment on column registry.episode.employer_raw is 'Employer as written in the sheet or form';
comment on column registry.episode.place_raw is 'Place of work as written';
comment on column registry.episode.wage_min is 'Yuan in the unit of wage_basis, lower end';
comment on column registry.episode.wage_max is 'Yuan in the unit of wage_basis, upper end';
comment on column registry.evidence.amount is 'Yuan that the proof shows, of a payslip';
comment on column registry.training.course is 'Course the person took';

comment on column registry.import.created_by_name is 'Name of the official who imported';
comment on column registry.import_person.name is 'Name of a row that waits for the commit';
comment on column registry.import_person.id_lookup is 'Keyed hash of the 18-digit ID of a row that waits';
comment on column registry.import_person.sex is 'Sex of a row that waits';
comment on column registry.import_person.birth is 'Date of birth of a row that waits';
comment on column registry.import_history.id_lookup is 'Keyed hash of the 18-digit ID of a row that waits';

comment on column indicators.person_state.wage_monthly is 'Yuan a month of the current job, copied';
comment on column indicators.frozen_person.wage_monthly is 'Yuan a month of the job on those days, copied';
comment on column reporting.correction.signer_name is 'Name of the official who signed the correction';
