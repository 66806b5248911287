import { Form, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { Household } from '../registry-types.ts'
import { mergeHouseholds, useHouseholdsNear } from './households.data.ts'

/** Another household of the village joins this one; it stays readable with its lineage. */
export function MergeDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ otherId?: string; reason: string }, unknown>
      title={t('household.merge.title', { head: household.headName })}
      submit={t('household.merge')}
      send={({ otherId = '', reason }, commandId) =>
        mergeHouseholds({ commandId, id: household.id, version: household.version, otherId, reason })
      }
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <p className="command-lead">{t('household.merge.lead')}</p>
      <Form.Item
        name="otherId"
        label={t('household.merge.other')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <HouseholdChoice household={household} />
      </Form.Item>
      <ReasonField />
    </CommandDialog>
  )
}

interface HouseholdChoiceProps {
  household: Household
  /** Given by the form. */
  value?: string
  onChange?: (id: string) => void
  id?: string
}

function HouseholdChoice({ household, ...field }: HouseholdChoiceProps) {
  const t = useT()
  const [text, setText] = useState('')
  const near = useHouseholdsNear(household.villageCode, useDeferredValue(text.trim()))
  const others = near.data?.rows.filter(({ id }) => id !== household.id) ?? []
  return (
    <Select<string>
      {...field}
      autoFocus
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={near.isFetching}
      placeholder={t('household.merge.search')}
      options={others.map(({ id, headName, groupName, members }) => ({
        value: id,
        label: [headName, groupName, t('household.members.note', { count: members })]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  )
}
