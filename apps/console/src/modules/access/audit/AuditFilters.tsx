import { Input, Select, Tag } from 'antd'
import type { SelectProps } from 'antd'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import type { useListState } from '../../../app/use-list-state.ts'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'
import { ACTIONS, actionName, OBJECT_TYPES, objectName } from './action-names.ts'
import { OUTCOMES } from './audit-input.ts'

const MODULES = ['access', 'organization', 'registry', 'indicators', 'reporting', 'platform'] as const

type List = ReturnType<typeof useListState>

/** Who, what, on which object, where, when, with which outcome. */
export function AuditFilters({ list }: { list: List }) {
  const t = useT()
  const objects = OBJECT_TYPES.map((value) => ({ value, label: objectName(value, t) }))
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`audit.outcome.${value}`) }))
  return (
    <>
      <Input.Search
        key={list.filter('actorName')}
        className="audit-actor"
        defaultValue={list.filter('actorName') ?? ''}
        placeholder={t('audit.actor.filter')}
        aria-label={t('audit.actor.filter')}
        allowClear
        onSearch={(name) => list.setFilter('actorName', name.trim())}
      />
      <Choice list={list} name="action" label={t('audit.action')} options={actionOptions(t)} />
      <Choice list={list} name="objectType" label={t('audit.object')} options={objects} />
      <DivisionField
        className="audit-division"
        placeholder={t('audit.division')}
        allowClear
        value={list.filter('division')}
        onChange={(code) => list.setFilter('division', code)}
      />
      <Days list={list} />
      <Choice list={list} name="outcome" label={t('audit.outcome')} options={outcomes} />
      <Only list={list} name="actorId" label={t('audit.only.actor')} />
      <Only list={list} name="objectId" label={t('audit.only.object')} />
    </>
  )
}

interface ChoiceProps {
  list: List
  name: 'action' | 'objectType' | 'outcome'
  label: string
  options: NonNullable<SelectProps['options']>
}

function Choice({ list, name, label, options }: ChoiceProps) {
  return (
    <Select<string>
      className={`audit-${name}`}
      aria-label={label}
      placeholder={label}
      value={list.filter(name)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value) => list.setFilter(name, value)}
      options={options}
    />
  )
}

/** A filter that a link set, such as one person's audit: shown as a tag, taken off with its cross. */
function Only({ list, name, label }: { list: List; name: 'actorId' | 'objectId'; label: string }) {
  if (!list.filter(name)) return null
  return (
    <Tag closable onClose={() => list.setFilter(name, undefined)}>
      {label}
    </Tag>
  )
}

function Days({ list }: { list: List }) {
  const t = useT()
  const [from, to] = [list.filter('from'), list.filter('to')]
  return (
    <span className="audit-days" role="group" aria-label={t('audit.days')}>
      <DateField
        value={from ?? null}
        latest={to ?? today()}
        allowClear
        onChange={(day) => list.setFilter('from', day ?? undefined)}
      />
      {t('audit.days.to')}
      <DateField
        value={to ?? null}
        {...(from ? { earliest: from } : {})}
        latest={today()}
        allowClear
        onChange={(day) => list.setFilter('to', day ?? undefined)}
      />
    </span>
  )
}

/** All actions by module; the first of a group is the whole module, since the endpoint matches beginnings. */
function actionOptions(t: Translate) {
  return MODULES.map((module) => ({
    label: t(`audit.module.${module}`),
    options: [
      { value: `${module}.`, label: t('audit.module.all', { module: t(`audit.module.${module}`) }) },
      ...ACTIONS.filter((action) => action.startsWith(`${module}.`)).map((value) => ({
        value: value as string,
        label: actionName(value, t),
      })),
    ],
  }))
}
