import { commandContract } from '@anye/contract/command/contract'
import { indicatorsContract } from '@anye/contract/indicators/contract'
import { bind } from '../../platform/http/bind.ts'
import { approveZeroClosing, assignZeroCase, declineZeroClosing, proposeZeroClosing } from './cases/change-case.ts'
import { getZeroCase, listZeroCases, listZeroHouseholds } from './cases/list-cases.query.ts'
import { listTasks } from './tasks/list-tasks.ts'

const { cases, tasks } = commandContract

/** Joins the endpoints of command to their use cases; the zero-employment list carries the cases, so it is drawn here. */
export const commandRoutes = {
  zero: { list: bind(indicatorsContract.zero.list, listZeroHouseholds) },
  cases: {
    list: bind(cases.list, listZeroCases), get: bind(cases.get, getZeroCase), assign: bind(cases.assign, assignZeroCase),
    propose: bind(cases.propose, proposeZeroClosing), approve: bind(cases.approve, approveZeroClosing), decline: bind(cases.decline, declineZeroClosing),
  },
  tasks: { list: bind(tasks.list, listTasks) },
}
