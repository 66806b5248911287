import * as cases from './cases/endpoints.ts'
import * as tasks from './tasks/endpoints.ts'

/** Endpoints of command: what is to be done about what the facts say. */
export const commandContract = {
  cases: {
    list: cases.listZeroCases, get: cases.getZeroCase, assign: cases.assignZeroCase, propose: cases.proposeZeroClosing,
    approve: cases.approveZeroClosing, decline: cases.declineZeroClosing,
  },
  tasks: { list: tasks.getTaskList },
}
