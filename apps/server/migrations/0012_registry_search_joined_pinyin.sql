-- People type pinyin in one piece (weiceshi) as often as in syllables (wei ce shi): search compares without the spaces.
-- A prefix that is a parameter is no constant to the planner, so LIKE would read every person; a range of the pattern
-- operators under the index's own collation uses it.

create index person_pinyin_joined on registry.person (replace(name_pinyin, ' ', '') collate "C" text_pattern_ops);
drop index registry.person_pinyin;

create or replace function registry.find_by_pinyin(part text, most integer) returns table (person_id uuid, household_id uuid)
language sql stable security definer set search_path = pg_catalog, registry, platform as $$
  select p.id, p.household_id
  from (select replace(lower(part), ' ', '') as lo, replace(lower(part), ' ', '') || chr(1114111) as hi) w, registry.person p
  where (p.name_initials collate "C" ~>=~ w.lo and p.name_initials collate "C" ~<~ w.hi
      or replace(p.name_pinyin, ' ', '') collate "C" ~>=~ w.lo and replace(p.name_pinyin, ' ', '') collate "C" ~<~ w.hi)
    and platform.in_scope(p.division)
  limit most
$$;
