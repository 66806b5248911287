-- Review of the month's lines, one by one and in bulk; disputes settled; months closed level by level; samples called again.

alter table cards.line
  add column review_id uuid,
  add column exception text;
comment on column cards.line.review_id is 'The bulk review that accepted it, so that the whole of it can be taken back';
comment on column cards.line.exception is 'Why the village closed the month without a check of this person';

create table cards.settlement (
  id uuid primary key,
  month text not null,
  person_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  check_id uuid not null,
  over_id uuid,
  note text,
  settled_by uuid not null,
  settled_at timestamptz not null
);
comment on table cards.settlement is 'Which of two checks that disagreed holds, and who said so (S82): a fact, appended and never changed';
comment on column cards.settlement.over_id is 'The check that held until then, when another was chosen: its job was taken back';
comment on column cards.settlement.note is 'Words of the reviewer';
create index settlement_line on cards.settlement (person_id, month, settled_at);

create table cards.review (
  id uuid primary key,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  filter jsonb not null,
  prefixes text[] not null,
  probe text collate "C" not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'undoing', 'undone')),
  total integer not null,
  done integer not null default 0,
  skipped jsonb not null default '{}',
  undone integer not null default 0,
  cursor_division text collate "C",
  cursor_person uuid,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  undo_by uuid,
  undo_at timestamptz
);
comment on table cards.review is 'A review in bulk: accepted lines of a filter, worked off in batches of their own and resumable at its cursor';
comment on column cards.review.prefixes is 'Code prefixes over which whoever started it reviews: its batches see no others';
comment on column cards.review.probe is 'First of the prefixes: whoever sees that place sees the review';
comment on column cards.review.total is 'Lines that waited for a review when it began';
comment on column cards.review.skipped is 'Lines left to a person, by reason: own, dispute, unchanged, changed';
create index review_state on cards.review (state, started_at) where state in ('running', 'undoing');

create table cards.closing (
  id uuid primary key,
  act_id uuid not null,
  month text not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  level text not null check (level in ('village', 'township', 'unit')),
  act text not null check (act in ('close', 'reopen')),
  place text not null,
  lines integer not null default 0,
  exceptions integer not null default 0,
  reason text,
  by uuid not null,
  at timestamptz not null
);
comment on table cards.closing is 'Closings and reopenings of a village''s month at each level: appended and never changed';
comment on column cards.closing.act_id is 'One for all villages that one act closed or reopened';
comment on column cards.closing.place is 'Village, township or reporting unit that was closed';
comment on column cards.closing.reason is 'Why it was reopened';
create index closing_division on cards.closing (division, month, at);

create table cards.sample (
  id uuid primary key,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  place text not null,
  probe text collate "C" not null,
  of text not null check (of in ('all', 'unchanged')),
  seed text not null,
  wanted integer not null,
  population integer not null,
  digest text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null
);
comment on table cards.sample is 'A sample of checked lines to be called again (V20, S82): same seed and population, same sample';
comment on column cards.sample.probe is 'First village of the place in scope: whoever sees it sees the sample';
comment on column cards.sample.of is 'Drawn from all checked lines, or from those confirmed unchanged for three months';
comment on column cards.sample.digest is 'Sum over the population of hashes of person, check and status: tells whether a draw was from the same one';

create table cards.sample_member (
  sample_id uuid not null references cards.sample (id),
  n integer not null,
  person_id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  check_id uuid not null,
  status text not null,
  checked_by uuid not null,
  primary key (sample_id, person_id)
);
comment on table cards.sample_member is 'A drawn line with the check that held at the draw';

create table cards.recall (
  id uuid primary key,
  sample_id uuid not null references cards.sample (id),
  month text not null,
  person_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  check_id uuid not null,
  stated text not null,
  found text not null,
  outcome text not null check (outcome in ('agrees', 'differs', 'unreached')),
  method text not null check (method in ('phone', 'visit')),
  note text,
  recalled_by uuid not null,
  recalled_at timestamptz not null
);
comment on table cards.recall is 'What a second caller found (S82): a fact, appended and never changed';
comment on column cards.recall.stated is 'Status of the check that was called again';
comment on column cards.recall.note is 'Words of the one who called';
create unique index recall_once on cards.recall (sample_id, person_id) where outcome <> 'unreached';
create index recall_line on cards.recall (person_id, month);

do $$
declare t text;
begin
  foreach t in array array['settlement', 'closing', 'sample_member', 'recall'] loop
    execute format('alter table cards.%I enable row level security', t);
    execute format('create policy scope on cards.%I to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division))', t);
  end loop;
  foreach t in array array['review', 'sample'] loop
    execute format('alter table cards.%I enable row level security', t);
    execute format('create policy scope on cards.%I to anye_app using (platform.in_scope(probe)) with check (platform.in_scope(probe))', t);
  end loop;
end $$;

grant select, insert, update on cards.review to anye_app;
-- Facts: no grant changes or removes one.
grant select, insert on cards.settlement, cards.closing, cards.sample, cards.sample_member, cards.recall to anye_app;

create view cards.pub_recall with (security_invoker = true) as
  select id, sample_id, month, person_id, division, stated, found, outcome, method, recalled_by, recalled_at from cards.recall;
create view cards.pub_settlement with (security_invoker = true) as
  select id, month, person_id, division, check_id, over_id, settled_by, settled_at from cards.settlement;
grant select on cards.pub_recall, cards.pub_settlement to anye_app;
