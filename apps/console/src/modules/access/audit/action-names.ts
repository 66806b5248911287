import type { Translate } from '../../../app/i18n/translate.ts'
import { actionsZh } from './actions.zh-CN.ts'

type Key = keyof typeof actionsZh
type Action = Key extends infer K ? (K extends `action.${infer Id}` ? Id : never) : never
type ObjectType = Key extends infer K ? (K extends `object.${infer Type}` ? Type : never) : never

const isAction = (id: string): id is Action => Object.hasOwn(actionsZh, `action.${id}`)
const isObjectType = (type: string): type is ObjectType => Object.hasOwn(actionsZh, `object.${type}`)

/** Ids of all actions that have a name, in the order of the modules. */
export const ACTIONS: readonly Action[] = Object.keys(actionsZh)
  .filter((key) => key.startsWith('action.'))
  .map((key) => key.slice('action.'.length))
  .filter(isAction)

export const OBJECT_TYPES: readonly ObjectType[] = Object.keys(actionsZh)
  .filter((key) => key.startsWith('object.'))
  .map((key) => key.slice('object.'.length))
  .filter(isObjectType)

/** The action in words; one that a newer server writes keeps its id. */
export function actionName(id: string, t: Translate): string {
  return isAction(id) ? t(`action.${id}`) : id
}

export function objectName(type: string, t: Translate): string {
  return isObjectType(type) ? t(`object.${type}`) : type
}

/** Reads and downloads of personal rows, and every look behind a mask: what an auditor looks at first. */
export const SENSITIVE: ReadonlySet<string> = new Set<Action>([
  'access.audit.list',
  'registry.contact.list',
  'registry.person.list',
  'registry.person.get',
  'registry.person.reveal',
  'registry.exemption.list',
  'cards.line.list',
  'cards.line.get',
  'cards.need.list',
  'command.case.list',
  'command.case.get',
  'command.task.list',
  'cards.pack.pull',
  'cards.late_work.list',
  'cards.sample.get',
  'registry.household.list',
  'registry.household.get',
  'registry.import.get',
  'registry.import.issues',
  'cards.card.list',
  'cards.card.find',
  'indicators.member.list',
  'indicators.zero.list',
  'reporting.report.get',
  'reporting.report.download',
  'platform.file.download',
])
