import { closingsContract } from '@anye/contract/cards/closings/contract'
import { bind } from '../../../platform/http/bind.ts'
import { closeMonth } from './close-month.ts'
import { getClosing } from './get-closing.query.ts'
import { reopenMonth } from './reopen-month.ts'

/** Joins the endpoints of the closing to their use cases. */
export const closingsRoutes = {
  get: bind(closingsContract.get, getClosing), close: bind(closingsContract.close, closeMonth), reopen: bind(closingsContract.reopen, reopenMonth),
}
