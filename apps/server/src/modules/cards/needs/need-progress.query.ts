import { sql } from 'kysely'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { getPlace, villagesOf } from '../../organization/organization.api.ts'

type Counts = { open: number; overdue: number; served: number; closed: number }
type Row = Counts & { code: string; name: string }

/** How many needs of a place and of each place below it are open, overdue, served and closed (S80, S81). */
export async function listNeedProgress(ctx: Ctx, input: { place?: string | undefined }) {
  const place = await getPlace(ctx.tx, input.place, 'unit')
  const { column, nameColumn } = place.children ?? { column: 'code', nameColumn: 'name' }
  const found = await rows(ctx.tx, sql<Row>`
    select ${sql.ref(`v.${column}`)} as code, ${sql.ref(`v.${nameColumn}`)} as name,
      count(*) filter (where n.state = 'open')::int as open, count(*) filter (where n.state = 'open' and n.due_on < ${ctx.today})::int as overdue,
      count(*) filter (where n.state = 'served')::int as served, count(*) filter (where n.state = 'closed')::int as closed
    from organization.pub_village v left join cards.need n on n.division = v.code
    where ${villagesOf(place)} group by 1, 2 order by 1`)
  const sum = (key: keyof Counts) => found.reduce((total, row) => total + row[key], 0)
  return {
    place: { code: place.ref.code, name: place.ref.name },
    total: { open: sum('open'), overdue: sum('overdue'), served: sum('served'), closed: sum('closed') }, rows: found,
  }
}
