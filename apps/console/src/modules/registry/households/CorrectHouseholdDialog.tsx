import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { Form, Input, Radio, Select } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { HouseholdPageData } from '../registry-types.ts'
import { changedFields } from '../versions/conflict.rules.ts'
import { CorrectionDialog } from '../versions/CorrectionDialog.tsx'
import type { Opened } from '../versions/CorrectionDialog.tsx'
import type { FieldName } from '../versions/field-names.ts'
import { useShownValue } from '../versions/shown-value.ts'
import { correctHousehold, readHousehold } from './households.data.ts'
import type { HouseholdChanges } from './households.data.ts'

const FIELDS: Readonly<Record<keyof Required<HouseholdChanges>, FieldName>> = {
  type: { label: 'field.type', list: HOUSEHOLD_TYPE },
  headId: { label: 'field.head' },
  groupName: { label: 'field.group' },
  gridName: { label: 'field.grid' },
  resettled: { label: 'field.resettled' },
  site: { label: 'field.site' },
  room: { label: 'field.room' },
}

function isField(field: string): field is keyof HouseholdChanges {
  return Object.hasOwn(FIELDS, field)
}

function opened({ household, members }: HouseholdPageData): Opened<HouseholdChanges> {
  const { version, type, groupName, gridName, resettled, site, room } = household
  const headId = members.find(({ isHead }) => isHead)?.id
  return { version, values: { type, headId, groupName, gridName, resettled, site, room } }
}

/** Corrects facts of a household; the former ones stay as a version with the reason. */
export function CorrectHouseholdDialog({ data, onClose }: { data: HouseholdPageData; onClose: () => void }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const { household, members } = data
  const show = useShownValue((id) => members.find((member) => member.id === id)?.name)
  const text = (field: 'groupName' | 'gridName' | 'site' | 'room', length: number) => (
    <Form.Item name={field} label={t(FIELDS[field].label)}>
      <Input maxLength={length} allowClear />
    </Form.Item>
  )
  return (
    <CorrectionDialog<HouseholdChanges>
      title={t('household.correct', { head: household.headName })}
      opened={opened(data)}
      readNow={async () => opened(await readHousehold(household.id))}
      send={async ({ reason, ...values }, base, commandId) => {
        const changes = changedFields<HouseholdChanges>(base.values, values)
        if (Object.keys(changes).length === 0) return undefined
        return correctHousehold({ commandId, id: household.id, version: base.version, reason, changes })
      }}
      labelOf={(field) => (isField(field) ? t(FIELDS[field].label) : field)}
      show={(field, value) => show(isField(field) ? FIELDS[field] : undefined, value)}
      touches={TOUCHED_BY_FACTS}
      onClose={onClose}
    >
      <div className="command-columns">
        <Form.Item name="type" label={t('field.type')}>
          <Select<string> autoFocus options={optionsOf(HOUSEHOLD_TYPE)} />
        </Form.Item>
        <Form.Item name="headId" label={t('field.head')}>
          <Select<string> options={members.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        {text('groupName', 50)}
        {text('gridName', 50)}
        <Form.Item name="resettled" label={t('field.resettled')}>
          <Radio.Group>
            <Radio value>{t('value.yes')}</Radio>
            <Radio value={false}>{t('value.no')}</Radio>
          </Radio.Group>
        </Form.Item>
        {text('site', 100)}
        {text('room', 50)}
      </div>
    </CorrectionDialog>
  )
}
