-- A changed account number must be told from the same one sealed anew, and a row that repeats a person of its village
-- must not be written a second time.

alter table registry.person add column bank_no_lookup bytea;
comment on column registry.person.bank_no_lookup is 'Keyed hash of the account number, to tell a changed number from the same one';

alter table registry.import_person drop constraint import_person_change_check;
alter table registry.import_person add constraint import_person_change_check
  check (change in ('new', 'changed', 'same', 'elsewhere', 'repeated'));

-- What the register shows of a row is told beside what the file showed of it.
create index import_issue_row on registry.import_issue (import_id, sheet_index, row);
