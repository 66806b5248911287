import { accessZh } from '../../modules/access/access.zh-CN.ts'
import { actionsZh } from '../../modules/access/audit/actions.zh-CN.ts'
import { reviewZh } from '../../modules/cards/review/review.zh-CN.ts'
import { zeroCasesZh } from '../../modules/indicators/zero/zero-cases.zh-CN.ts'
import { tasksZh } from '../../modules/command/tasks/tasks.zh-CN.ts'
import { keyedZh } from '../../modules/cards/keyed/keyed.zh-CN.ts'
import { lateWorkZh } from '../../modules/cards/late-work/late-work.zh-CN.ts'
import { needsZh } from '../../modules/cards/needs/needs.zh-CN.ts'
import { paperZh } from '../../modules/cards/paper/paper.zh-CN.ts'
import { indicatorsZh } from '../../modules/indicators/indicators.zh-CN.ts'
import { organizationZh } from '../../modules/organization/organization.zh-CN.ts'
import { weakGroupsZh } from '../../modules/organization/weak-groups/weak-groups.zh-CN.ts'
import { registryZh } from '../../modules/registry/registry.zh-CN.ts'
import { reportingZh } from '../../modules/reporting/reporting.zh-CN.ts'
import { settingsZh } from '../../modules/settings/settings.zh-CN.ts'
import { commandZh } from './command.zh-CN.ts'
import { shellZh } from './shell.zh-CN.ts'
import { uiZh } from './ui.zh-CN.ts'

/** Every message of the console in Chinese. A module adds its own catalogue here and in `en.ts`. */
export const zh = {
  ...shellZh, ...uiZh, ...commandZh,
  ...accessZh, ...actionsZh, ...organizationZh, ...weakGroupsZh, ...settingsZh, ...indicatorsZh,
  ...registryZh, ...reviewZh, ...paperZh, ...reportingZh, ...needsZh, ...lateWorkZh, ...zeroCasesZh, ...tasksZh, ...keyedZh,
} as const

export type MessageKey = keyof typeof zh
