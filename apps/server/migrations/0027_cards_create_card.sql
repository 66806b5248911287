-- Service cards on paper (S76) with their bags (连心袋, S78): one live card a household, found again by the random token of
-- its QR code. And the papers somebody had printed.

create table cards.card (
  id uuid primary key,
  token text not null unique check (token ~ '^[0-9a-hjkmnp-tv-z]{16}$'),
  card_no text not null unique check (card_no ~ '^\d{13}$'),
  household_id uuid not null,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  bag_no integer not null check (bag_no between 1 and 9999),
  state text not null check (state in ('issued', 'in_use', 'replaced', 'closed')),
  issued_on date not null,
  issued_by uuid,
  replaces uuid references cards.card (id),
  in_bag boolean,
  checked_at timestamptz,
  checked_by uuid,
  ended_on date,
  ended_reason text,
  unique (division, bag_no),
  check ((state in ('issued', 'in_use')) = (ended_on is null))
);
comment on table cards.card is 'Service card (就业服务卡) of a household and its bag (连心袋): issued 建卡, in_use 在用, replaced 换卡, closed 注销 (S76, S78)';
comment on column cards.card.token is 'What the QR code carries: random, says nothing about anybody and opens nothing to who has no scope';
comment on column cards.card.card_no is '13 digits: village, bag, check digit';
comment on column cards.card.division is 'Village where the card was issued; of a household that moved away the card is closed';
comment on column cards.card.bag_no is 'Running number of the village, on card and bag; never given twice';
comment on column cards.card.replaces is 'Card it came after: the lost one, or that of the household it was split from';
comment on column cards.card.in_bag is 'Was the card in its bag when somebody last looked; null before';
comment on column cards.card.ended_reason is 'lost: replaced on request; changed: household was split or merged; household_ended; moved: out of the village';
create unique index card_one_live on cards.card (household_id) where state in ('issued', 'in_use');
create index card_household on cards.card (household_id);

create table cards.print (
  id uuid primary key,
  division text collate "C" not null check (division ~ '^\d{12}$'),
  group_name text,
  paper text not null check (paper in ('cards', 'labels', 'checklist')),
  year integer not null,
  households integer not null,
  pages integer,
  state text not null check (state in ('making', 'ready', 'failed')),
  field_level text not null,
  link_base text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  file_id uuid,
  expires_at timestamptz
);
comment on table cards.print is 'Papers of one village made as PDF for one person: service cards, bag labels, check lists';
comment on column cards.print.link_base is 'Public address of the installation that the codes begin with';
comment on column cards.print.field_level is 'Field level of who asked: names are drawn by it';
create index print_asker on cards.print (asked_by, asked_at);
create index print_making on cards.print (asked_at) where state = 'making';

alter table cards.card enable row level security;
create policy scope on cards.card to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
alter table cards.print enable row level security;
create policy scope on cards.print to anye_app using (platform.in_scope(division)) with check (platform.in_scope(division));
grant select, insert, update on cards.card, cards.print to anye_app;

-- A household that moved in brings a live card of a village that its new one may not see; it must end before another is
-- issued. Whoever has the new village in scope may end exactly those.
create function cards.end_cards_of_arrivals(village text, today date) returns integer
language sql security definer set search_path = pg_catalog, cards, platform as $$
  with ended as (
    update cards.card c set state = 'closed', ended_on = today, ended_reason = 'moved'
    from registry.pub_household h
    where h.id = c.household_id and h.division = village and c.division <> village and c.state in ('issued', 'in_use')
      and platform.in_scope(h.division)
    returning 1)
  select count(*)::integer from ended
$$;
revoke all on function cards.end_cards_of_arrivals from public;
grant execute on function cards.end_cards_of_arrivals to anye_app;
