import { sql } from 'kysely'
import type { Contact, ContactGap } from '@anye/contract/registry/contacts/endpoints'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { RowReader } from './row-reader.ts'

type Row = Omit<Contact, 'phoneMasked'> & { phone: Buffer | null }

/** Who looked and looks after a household, latest first, and why nobody does today (S77). */
export async function contactsOf(ctx: RowReader, household: string): Promise<{ contacts: Contact[]; contactGap: ContactGap | null }> {
  const found = await rows(ctx.tx, sql<Row>`
    select c.id, c.name, c.user_id as "userId", c.phone_sealed as phone, c.from_on as "fromOn", c.to_on as "toOn", c.source, c.version,
      c.from_on <= ${ctx.today} and (c.to_on is null or c.to_on >= ${ctx.today}) as "isCurrent"
    from registry.pub_contact c where c.household_id = ${household} order by c.from_on desc, c.id`)
  const standing = await firstRow(ctx.tx, sql<{ gap: ContactGap | null }>`
    select gap from registry.pub_contact_on(${ctx.today}) where household_id = ${household}`)
  const { cipher } = ctx.services
  return {
    contacts: found.map(({ phone, ...contact }) => ({
      ...contact,
      phoneMasked: phone === null ? null : maskFor(ctx.fieldLevel, 'phone', cipher.open('registry.contact.phone', phone)),
    })),
    contactGap: standing?.gap ?? null,
  }
}
