import { Input, Select, Tag } from 'antd'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import type { useListState } from '../../../app/use-list-state.ts'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'
import { ACTIONS, actionName, OBJECT_TYPES, objectName } from './action-names.ts'
import { OUTCOMES } from './audit-input.ts'

const MODULES = ['access', 'organization', 'registry', 'indicators', 'reporting', 'platform'] as const

/** Who, what, on which object, where, when, with which outcome. */
export function AuditFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const { filter, setFilter } = list
  return (
    <>
      <Input.Search
        key={filter('actorName')}
        className="audit-actor"
        defaultValue={filter('actorName') ?? ''}
        placeholder={t('audit.actor.filter')}
        aria-label={t('audit.actor.filter')}
        allowClear
        onSearch={(name) => setFilter('actorName', name.trim())}
      />
      <Select<string>
        className="audit-action"
        aria-label={t('audit.action')}
        placeholder={t('audit.action')}
        value={filter('action')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(action) => setFilter('action', action)}
        options={actionOptions(t)}
      />
      <Select<string>
        className="audit-object"
        aria-label={t('audit.object')}
        placeholder={t('audit.object')}
        value={filter('objectType')}
        allowClear
        onChange={(type) => setFilter('objectType', type)}
        options={OBJECT_TYPES.map((value) => ({ value, label: objectName(value, t) }))}
      />
      <DivisionField
        className="audit-division"
        placeholder={t('audit.division')}
        allowClear
        value={filter('division')}
        onChange={(code) => setFilter('division', code)}
      />
      <Days list={list} />
      <Select<string>
        className="audit-outcome"
        aria-label={t('audit.outcome')}
        placeholder={t('audit.outcome')}
        value={filter('outcome')}
        allowClear
        onChange={(outcome) => setFilter('outcome', outcome)}
        options={OUTCOMES.map((value) => ({ value, label: t(`audit.outcome.${value}`) }))}
      />
      {filter('actorId') && <Tag closable onClose={() => setFilter('actorId', undefined)}>{t('audit.only.actor')}</Tag>}
      {filter('objectId') && <Tag closable onClose={() => setFilter('objectId', undefined)}>{t('audit.only.object')}</Tag>}
    </>
  )
}

function Days({ list }: { list: ReturnType<typeof useListState> }) {
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

/** All actions by module; the first of each group is the whole module, because the endpoint matches beginnings. */
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
