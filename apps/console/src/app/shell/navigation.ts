import type { Permission } from '@anye/contract/access'
import type { MessageKey } from '../i18n/zh-CN.ts'
import { paths } from '../paths.ts'

export interface Destination {
  key: string
  label: MessageKey
  path: string
  permission: Permission
  /** Pressed after `g`. */
  shortcut: string
}

interface Group {
  label: MessageKey
  items: readonly Destination[]
}

/** The left navigation, in the order of a command room's day. */
export const NAVIGATION: readonly Group[] = [
  {
    label: 'nav.group.situation',
    items: [
      { key: 'overview', label: 'nav.overview', path: paths.overview(), permission: 'indicator.read', shortcut: 'o' },
      { key: 'coverage', label: 'nav.coverage', path: paths.coverage(), permission: 'indicator.read', shortcut: 'c' },
    ],
  },
  {
    label: 'nav.group.records',
    items: [
      { key: 'households', label: 'nav.households', path: paths.households(), permission: 'household.read', shortcut: 'h' },
      { key: 'persons', label: 'nav.persons', path: paths.persons(), permission: 'person.read', shortcut: 'p' },
      { key: 'contacts', label: 'nav.contacts', path: paths.contacts(), permission: 'household.read', shortcut: 'b' },
      { key: 'paperCards', label: 'nav.paperCards', path: paths.paperCards(), permission: 'bag.check', shortcut: 'k' },
      { key: 'imports', label: 'nav.imports', path: paths.imports(), permission: 'roster.import', shortcut: 'i' },
    ],
  },
  {
    label: 'nav.group.cards',
    items: [
      { key: 'cardProgress', label: 'nav.cardProgress', path: paths.cardProgress(), permission: 'card.read', shortcut: 'm' },
      { key: 'cardLines', label: 'nav.cardLines', path: paths.cardLines(), permission: 'card.read', shortcut: 'l' },
      { key: 'cardSamples', label: 'nav.cardSamples', path: paths.cardSamples(), permission: 'card.recall', shortcut: 'e' },
      { key: 'tasks', label: 'nav.tasks', path: paths.tasks(), permission: 'card.read', shortcut: 'j' },
      { key: 'needs', label: 'nav.needs', path: paths.needs(), permission: 'card.read', shortcut: 'n' },
      { key: 'lateWork', label: 'nav.lateWork', path: paths.lateWork(), permission: 'card.check', shortcut: 'g' },
      { key: 'keyedCards', label: 'nav.keyedCards', path: paths.keyedCards(), permission: 'card.check', shortcut: 'f' },
    ],
  },
  {
    label: 'nav.group.duty',
    items: [
      { key: 'reports', label: 'nav.reports', path: paths.reports(), permission: 'report.read', shortcut: 'r' },
      { key: 'days', label: 'nav.days', path: paths.days(), permission: 'indicator.read', shortcut: 'd' },
      { key: 'weakGroups', label: 'nav.weakGroups', path: paths.weakGroups(), permission: 'post.read', shortcut: 'w' },
      { key: 'organization', label: 'nav.organization', path: paths.organization(), permission: 'post.read', shortcut: 't' },
    ],
  },
  {
    label: 'nav.group.system',
    items: [
      { key: 'users', label: 'nav.users', path: paths.users(), permission: 'user.read', shortcut: 'u' },
      { key: 'audit', label: 'nav.audit', path: paths.audit(), permission: 'audit.read', shortcut: 'a' },
      { key: 'settings', label: 'nav.settings', path: paths.settings(), permission: 'setting.read', shortcut: 's' },
    ],
  },
]

/** Groups with the destinations the permissions open; a group without any is left out. */
export function navigationFor(permissions: ReadonlySet<Permission>): readonly Group[] {
  return NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter(({ permission }) => permissions.has(permission)),
  })).filter(({ items }) => items.length > 0)
}

/** The page a person lands on: the first they may open, their own account when there is none. */
export function homeOf(permissions: ReadonlySet<Permission>): string {
  return navigationFor(permissions)[0]?.items[0]?.path ?? paths.account('sessions')
}
