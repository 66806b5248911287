import type { Ctx } from '../../../platform/http/context.ts'

/** For whom rows are drawn: a request, or the background step that writes an export in the asker's scope. */
export type RowReader = Pick<Ctx, 'tx' | 'fieldLevel' | 'today' | 'services'>
