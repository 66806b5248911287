import { RELATION } from '@anye/codes/relation'
import { Checkbox, Form, Radio } from 'antd'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useCodeNames } from '../code-names.ts'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { HouseholdPageData, PersonRow } from '../registry-types.ts'
import { splitHousehold } from './households.data.ts'

interface Values {
  personIds?: string[]
  headId?: string
  reason: string
}

/** The chosen members become a household of their own; both keep where they came from. */
export function SplitDialog({ data, onClose }: { data: HouseholdPageData; onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { household, members } = data
  return (
    <CommandDialog<Values, { newHouseholdId: string }>
      title={t('household.split.title', { head: household.headName })}
      submit={t('household.split')}
      send={({ personIds = [], headId = '', reason }, commandId) =>
        splitHousehold({ commandId, id: household.id, version: household.version, personIds, headId, reason })
      }
      onDone={({ newHouseholdId }) => void navigate(paths.household(newHouseholdId))}
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <p className="command-lead">{t('household.split.lead')}</p>
      <SplitFields members={members} />
      <ReasonField />
    </CommandDialog>
  )
}

function SplitFields({ members }: { members: readonly PersonRow[] }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const chosen = Form.useWatch<string[] | undefined>('personIds') ?? []
  const label = ({ name, relation, age }: PersonRow) =>
    [name, nameOf(RELATION, relation), age === null ? '' : t('person.age', { age })]
      .filter(Boolean)
      .join(' · ')
  const leaving = members.filter(({ id }) => chosen.includes(id))
  return (
    <>
      <Form.Item
        name="personIds"
        label={t('household.split.who')}
        rules={[
          {
            validator: async (_, ids?: string[]) => {
              if (!ids?.length) throw new Error(t('household.split.nobody'))
              if (ids.length === members.length) throw new Error(t('household.split.everybody'))
            },
          },
        ]}
      >
        <Checkbox.Group
          className="choice-column"
          options={members.map((member) => ({ value: member.id, label: label(member) }))}
        />
      </Form.Item>
      {leaving.length > 0 && (
        <Form.Item
          name="headId"
          label={t('household.split.head')}
          rules={[{ required: true, message: t('command.required') }]}
        >
          <Radio.Group
            className="choice-column"
            options={leaving.map((member) => ({ value: member.id, label: member.name }))}
          />
        </Form.Item>
      )}
    </>
  )
}
