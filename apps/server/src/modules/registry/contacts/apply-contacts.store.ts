import { sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'
import { replaceContacts } from './contact.store.ts'

type Stamp = { importId: string; division: string; by: string; at: Date; on: string; known: boolean }

/**
 * Keeps the contacts of a village in step with its roster. The sheet counts where it says something new: a name that
 * differs from what a roster said last and from who holds now. Who was put in by form or hand-over since the sheet's day stays.
 */
export async function applyContacts(tx: Tx, { importId, division, by, at, on, known }: Stamp): Promise<void> {
  const said = sql`
    select h.id as household_id, h.division, null::uuid as user_id, btrim(s.payload ->> 'contact_name') as name, null::bytea as phone_sealed,
      ${on}::date as from_on, null::date as to_on
    from registry.import_household s
    join registry.household h on h.division = s.division and h.id = case when s.matched_id is null then s.new_id else s.matched_id end
    where s.import_id = ${importId} and s.division = ${division} and btrim(s.payload ->> 'contact_name') <> ''`
  const stamp = { source: 'roster' as const, by, at, importId }
  await replaceContacts(tx, known ? sql`
    select distinct on (w.household_id) w.* from (${said}) w
    left join lateral (select c.name from registry.contact c
      where c.household_id = w.household_id and c.source = 'roster' and c.voided_at is null order by c.from_on desc limit 1) last on true
    left join lateral (select c.name, c.from_on from registry.contact c
      where c.household_id = w.household_id and c.voided_at is null and (c.to_on is null or c.to_on >= w.from_on)
      order by c.from_on desc limit 1) holds on true
    where w.name is distinct from last.name and w.name is distinct from holds.name and (holds.from_on is null or holds.from_on <= w.from_on)
    order by w.household_id` : said, stamp)
}
