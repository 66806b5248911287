import { PERMISSIONS } from '@anye/contract/access'
import type { Permission } from '@anye/contract/access'

/** What an officer looks for: by kind of work, not by the alphabet. */
export type Work = 'figures' | 'records' | 'places' | 'books' | 'reports' | 'accounts'

const WORK_OF_NOUN: Readonly<Record<string, Work>> = {
  indicator: 'figures',
  task: 'figures',
  household: 'records',
  person: 'records',
  episode: 'records',
  exemption: 'records',
  card: 'records',
  need: 'records',
  zero: 'records',
  bag: 'records',
  roster: 'records',
  export: 'records',
  division: 'places',
  post: 'places',
  grid: 'places',
  weak_group: 'places',
  contact: 'records',
  base: 'books',
  day: 'books',
  report: 'reports',
  user: 'accounts',
  session: 'accounts',
  audit: 'accounts',
  setting: 'accounts',
}

export const WORKS: readonly Work[] = ['figures', 'records', 'places', 'books', 'reports', 'accounts']

/** Kind of work of a permission; undefined for a noun that nobody has sorted yet, which a test refuses. */
export function workOf(permission: Permission): Work | undefined {
  return WORK_OF_NOUN[permission.split('.')[0] ?? '']
}

/** All permissions by kind of work, in the order of the contract. */
export function permissionGroups(): readonly { work: Work; permissions: readonly Permission[] }[] {
  return WORKS.map((work) => ({
    work,
    permissions: PERMISSIONS.filter((permission) => workOf(permission) === work),
  }))
}
