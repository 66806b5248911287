/**
 * Roles, permissions and who has which (DOMAIN section 2): the one matrix that server, console and document share.
 * Default deny: what a role does not list, it may not do.
 */
export const PERMISSIONS = [
  'division.read', 'division.edit', 'post.read', 'post.appoint', 'grid.handover', 'contact.assign', 'weak_group.edit',
  'household.read', 'household.edit', 'person.read', 'person.edit', 'person.reveal', 'person.export', 'export.approve',
  'episode.edit', 'exemption.ask', 'exemption.approve',
  'card.read', 'card.check', 'card.review', 'card.close', 'card.reopen', 'card.recall', 'need.serve', 'need.close',
  'zero.assign', 'zero.propose', 'zero.approve',
  'card.issue', 'card.print', 'bag.check',
  'roster.import', 'indicator.read', 'indicator.list', 'base.freeze', 'day.close',
  'report.read', 'report.annotate', 'report.compile', 'report.sign', 'report.correct',
  'user.read', 'user.create', 'user.grant', 'session.revoke', 'audit.read', 'setting.read', 'setting.edit',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** F1 aggregates only, F2 masked rows, F3 full contact rows, F4 sensitive (full ID, bank, health). */
export const FIELD_LEVELS = ['F1', 'F2', 'F3', 'F4'] as const
export type FieldLevel = (typeof FIELD_LEVELS)[number]

export type RoleEntry = {
  zh: string
  en: string
  /** Where a grant of this role may be scoped. */
  scopeLevel: 'prefecture' | 'unit' | 'township' | 'village' | 'none'
  fieldLevel: FieldLevel
  permissions: readonly Permission[]
}

const SEES_NUMBERS = ['division.read', 'post.read', 'indicator.read', 'report.read'] as const
const SEES_ROWS = [...SEES_NUMBERS, 'indicator.list', 'household.read', 'person.read', 'card.read'] as const
const KEEPS_ROWS = [
  ...SEES_ROWS, 'household.edit', 'person.edit', 'episode.edit', 'exemption.ask', 'roster.import', 'person.export',
] as const
/** The round of the month: check, and serve what was asked for. */
const CHECKS_CARDS = ['card.check', 'need.serve'] as const
/** The paper: cards issued and printed, bags looked into. */
const KEEPS_PAPER = ['card.issue', 'card.print', 'bag.check'] as const

export const ROLES = {
  prefecture_chief: { zh: '州指挥长/副指挥长', en: 'Prefecture chief', scopeLevel: 'prefecture', fieldLevel: 'F2', permissions: [...SEES_ROWS, 'report.annotate', 'report.sign', 'report.correct', 'export.approve'] },
  prefecture_office: { zh: '州指挥部办公室（专班）', en: 'Prefecture command office', scopeLevel: 'prefecture', fieldLevel: 'F2', permissions: [...SEES_ROWS, 'division.edit', 'post.appoint', 'roster.import', 'person.export', 'export.approve', 'base.freeze', 'day.close', 'report.annotate', 'report.compile', 'setting.read', 'setting.edit', 'card.close', 'card.recall'] },
  county_chief: { zh: '县双指挥长', en: 'County chief (one of two)', scopeLevel: 'unit', fieldLevel: 'F2', permissions: [...SEES_ROWS, 'report.annotate', 'report.sign', 'report.correct', 'export.approve'] },
  county_office: { zh: '县指挥部办公室', en: 'County command office', scopeLevel: 'unit', fieldLevel: 'F3', permissions: [...KEEPS_ROWS, 'person.reveal', 'post.appoint', 'grid.handover', 'contact.assign', 'weak_group.edit', 'report.annotate', 'report.compile', 'setting.read', 'card.close', 'card.reopen', 'card.recall', 'need.serve', 'zero.assign'] },
  department_officer: { zh: '部门数据员', en: 'Department data officer', scopeLevel: 'unit', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'roster.import', 'person.reveal'] },
  inspector: { zh: '督战队员', en: 'Inspector', scopeLevel: 'unit', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'card.recall'] },
  township_lead: { zh: '乡镇（街道）党政负责同志', en: 'Township lead', scopeLevel: 'township', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'exemption.approve', 'report.annotate', 'card.review', 'card.close', 'card.reopen', 'zero.assign', 'zero.approve'] },
  township_clerk: { zh: '乡镇劳务专干', en: 'Township labour clerk', scopeLevel: 'township', fieldLevel: 'F3', permissions: [...KEEPS_ROWS, 'person.reveal', 'post.appoint', 'grid.handover', 'contact.assign', 'weak_group.edit', ...CHECKS_CARDS, 'card.review', 'card.recall', ...KEEPS_PAPER, 'zero.assign', 'zero.propose'] },
  village_post: { zh: '村（社区）“两委”前沿指挥所', en: 'Village front-line post', scopeLevel: 'village', fieldLevel: 'F3', permissions: [...KEEPS_ROWS, 'person.reveal', 'grid.handover', 'contact.assign', ...CHECKS_CARDS, 'card.close', 'need.close', ...KEEPS_PAPER, 'zero.assign', 'zero.propose'] },
  contact_cadre: { zh: '包保联系干部', en: 'Contact cadre', scopeLevel: 'village', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'episode.edit', 'exemption.ask', ...CHECKS_CARDS, 'bag.check'] },
  grid_member: { zh: '网格员', en: 'Grid member', scopeLevel: 'village', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'episode.edit', 'exemption.ask', 'grid.handover', ...CHECKS_CARDS, 'card.print', 'bag.check'] },
  employment_guide: { zh: '就业指导员', en: 'Employment guide', scopeLevel: 'village', fieldLevel: 'F3', permissions: [...SEES_ROWS, 'episode.edit', ...CHECKS_CARDS] },
  system_admin: { zh: '系统管理员', en: 'System administrator', scopeLevel: 'none', fieldLevel: 'F1', permissions: ['user.read', 'user.create', 'setting.read', 'setting.edit', 'division.read'] },
  security_admin: { zh: '安全管理员', en: 'Security administrator', scopeLevel: 'none', fieldLevel: 'F1', permissions: ['user.read', 'user.grant', 'session.revoke', 'division.read'] },
  audit_admin: { zh: '审计管理员', en: 'Audit administrator', scopeLevel: 'none', fieldLevel: 'F1', permissions: ['audit.read', 'user.read', 'division.read'] },
} as const satisfies Record<string, RoleEntry>

export type Role = keyof typeof ROLES
export const ROLE_CODES = Object.keys(ROLES) as Role[]

/** The three separated powers: nobody holds two, and none of them touches business data. */
export const ADMINISTRATORS = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]

/** Union of the permissions of several roles. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLES[role].permissions))
}

/** Highest field level of several roles. */
export function fieldLevelOf(roles: readonly Role[]): FieldLevel {
  return roles.map((role) => ROLES[role].fieldLevel).sort().at(-1) ?? 'F1'
}
