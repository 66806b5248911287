import { closeMonth, getClosing, reopenMonth } from './endpoints.ts'

/** The month closed level by level. */
export const closingsContract = { get: getClosing, close: closeMonth, reopen: reopenMonth }
