import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db.ts'

/** What a month of checked lines is made of; `by` is the account that checked them. */
type Checked = { month: string; villages: readonly string[]; lines: number; by: string }

/** Households with one person each, their lines of a month spread over villages, all checked by one account on the month's 20th. */
export async function checkedLines(tx: Tx, { month, villages, lines, by }: Checked): Promise<void> {
  const at = `${month}-20T10:00:00+08:00`
  await sql`with made as (
      select gen_random_uuid() as person, gen_random_uuid() as household, gen_random_uuid() as check_id,
        (${[...villages]}::text[])[1 + n % ${villages.length}::int] as division
      from generate_series(1, ${lines}::int) n),
    households as (insert into registry.household (id, division, type, head_name) select household, division, '02', '韦测试' from made),
    persons as (insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, sex, birth, relation, labour_skill, pop_class)
      select person, household, division, '韦测试', 'wei ce shi', 'wcs', '1', '1985-05-01', '02', '1', '03' from made),
    checks as (insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job,
        applied, checked_by)
      select check_id, ${month}, person, household, division, ${at}, ${at}, '2026-11-20T10:00:00+08:00', false, 'phone', '11', false, '{"act":"none"}', true, ${by}::uuid from made)
    insert into cards.line (month, person_id, household_id, division, state, check_id, status, method, no_change, checked_by, checked_at, late)
    select ${month}, person, household, division, 'checked', check_id, '11', 'phone', false, ${by}::uuid, ${at}, false from made`.execute(tx)
  await sql`insert into cards.village_month (month, division, as_of, due_on, lines, opened_at, completed_on)
    select ${month}, division, (${month} || '-28')::date, ((${month} || '-28')::date + 8), count(*), ${at}, ${month + '-20'}::date
    from cards.line where month = ${month} group by division`.execute(tx)
}
