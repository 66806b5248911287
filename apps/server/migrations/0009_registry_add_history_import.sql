-- Past jobs from 务工经历 sheets: rows that add closed episodes to persons the register knows, and nothing else.

create table registry.import_history (
  import_id uuid not null references registry.import (id),
  n integer not null,
  division text collate "C" not null,
  sheet integer not null,
  row integer not null,
  id_lookup bytea not null,
  job jsonb not null,
  primary key (import_id, n)
);
comment on table registry.import_history is 'Checked rows of past jobs that wait for the commit; removed after it';
create index import_history_division on registry.import_history (import_id, division);
alter table registry.import_history enable row level security;
create policy scope on registry.import_history to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
grant select, insert, update, delete on registry.import_history to anye_app;
