import { accessEn } from '../../modules/access/access.en.ts'
import { actionsEn } from '../../modules/access/audit/actions.en.ts'
import { reviewEn } from '../../modules/cards/review/review.en.ts'
import { zeroCasesEn } from '../../modules/indicators/zero/zero-cases.en.ts'
import { tasksEn } from '../../modules/command/tasks/tasks.en.ts'
import { keyedEn } from '../../modules/cards/keyed/keyed.en.ts'
import { lateWorkEn } from '../../modules/cards/late-work/late-work.en.ts'
import { needsEn } from '../../modules/cards/needs/needs.en.ts'
import { paperEn } from '../../modules/cards/paper/paper.en.ts'
import { indicatorsEn } from '../../modules/indicators/indicators.en.ts'
import { organizationEn } from '../../modules/organization/organization.en.ts'
import { weakGroupsEn } from '../../modules/organization/weak-groups/weak-groups.en.ts'
import { registryEn } from '../../modules/registry/registry.en.ts'
import { reportingEn } from '../../modules/reporting/reporting.en.ts'
import { settingsEn } from '../../modules/settings/settings.en.ts'
import { commandEn } from './command.en.ts'
import { shellEn } from './shell.en.ts'
import { uiEn } from './ui.en.ts'
import type { MessageKey } from './zh-CN.ts'

/** Every message of the console in English; a missing key does not compile. */
export const en = {
  ...shellEn, ...uiEn, ...commandEn,
  ...accessEn, ...actionsEn, ...organizationEn, ...weakGroupsEn, ...settingsEn, ...indicatorsEn,
  ...registryEn, ...reviewEn, ...paperEn, ...reportingEn, ...needsEn, ...lateWorkEn, ...zeroCasesEn, ...tasksEn, ...keyedEn,
} satisfies Record<MessageKey, string>
