import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { DivisionField } from '../divisions/DivisionField.tsx'
import { CRITERIA, TOUCHED_BY_WEAK_GROUPS, weakGroupCommands } from './weak-groups.data.ts'
import type { Criterion } from './weak-groups.data.ts'

interface Values {
  village?: string
  groupName?: string
  criteria?: Criterion[]
  note?: string
  party?: string
  leader?: string
}

const VILLAGE_LEVEL = 5

/** Lists a village group as weak, with its first Party group. */
export function EnlistDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const required = [{ required: true, message: t('command.required') }]
  return (
    <CommandDialog<Values, { id: string }>
      title={t('weakGroups.enlist.title')}
      submit={t('weakGroups.enlist')}
      send={({ village = '', groupName = '', criteria = [], note, party = '', leader }, commandId) =>
        weakGroupCommands.enlist({
          commandId, village, groupName, criteria,
          ...(note?.trim() ? { note: note.trim() } : {}),
          partyGroups: [{ name: party, ...(leader?.trim() ? { leaderName: leader.trim() } : {}) }],
        })
      }
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <p className="command-lead">{t('weakGroups.enlist.lead')}</p>
      <div className="command-columns">
        <Form.Item name="village" label={t('weakGroups.village')} rules={required}>
          <DivisionField level={VILLAGE_LEVEL} />
        </Form.Item>
        <Form.Item name="groupName" label={t('weakGroups.group')} rules={required}>
          <GroupField />
        </Form.Item>
        <Form.Item name="criteria" label={t('weakGroups.criteria')} className="is-wide" rules={required}>
          <Select<Criterion[]>
            mode="multiple"
            options={CRITERIA.map((value) => ({ value, label: t(`criterion.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="party" label={t('weakGroups.party')} rules={[{ ...required[0], whitespace: true, min: 2 }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="leader" label={t('weakGroups.leader')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={t('weakGroups.remark')} className="is-wide">
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </div>
    </CommandDialog>
  )
}

/** A group of the chosen village; what is not in the list may be typed. */
function GroupField(field: { id?: string; value?: string; onChange?: (name: string) => void }) {
  const village = Form.useWatch<string | undefined>('village')
  const groups = useQuery({
    ...api.organization.listChildren.queryOptions({ input: { code: village ?? '' } }),
    enabled: village !== undefined,
  })
  return (
    <>
      <Input {...field} maxLength={20} list="weak-group-names" onChange={({ target }) => field.onChange?.(target.value)} />
      <datalist id="weak-group-names">
        {groups.data?.map(({ code, name }) => <option key={code} value={name} />)}
      </datalist>
    </>
  )
}
