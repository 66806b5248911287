import { Form, Input } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { TOUCHED_BY_WEAK_GROUPS, weakGroupCommands } from './weak-groups.data.ts'
import type { PartyGroup, WeakGroupData } from './weak-groups.data.ts'

type Group = WeakGroupData['group']

/** Takes a group off the list, with the ground of it. */
export function DelistDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ note: string }, unknown>
      title={t('weakGroups.delist.title', { group: group.groupName })}
      submit={t('weakGroups.delist')}
      send={({ note }, commandId) => weakGroupCommands.delist({ commandId, id: group.id, version: group.version, note })}
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <p className="command-lead">{t('weakGroups.delist.lead')}</p>
      <Form.Item
        name="note"
        label={t('weakGroups.delist.note')}
        rules={[{ required: true, whitespace: true, min: 4, message: t('weakGroups.note.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </CommandDialog>
  )
}

/** Binds another Party group. */
export function AddPartyGroupDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useT()
  const required = { required: true, message: t('command.required') }
  return (
    <CommandDialog<{ name: string; leader?: string; fromOn: string }, unknown>
      title={t('weakGroup.parties.add')}
      submit={t('weakGroup.parties.add')}
      initial={{ fromOn: today() }}
      send={({ name, leader, fromOn }, commandId) =>
        weakGroupCommands.addPartyGroup({
          commandId, id: group.id, name, fromOn, ...(leader?.trim() ? { leaderName: leader.trim() } : {}),
        })
      }
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <div className="command-columns">
        <Form.Item name="name" label={t('weakGroups.party')} rules={[{ ...required, whitespace: true, min: 2 }]}>
          <Input autoFocus maxLength={50} />
        </Form.Item>
        <Form.Item name="leader" label={t('weakGroups.leader')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="fromOn" label={t('post.from')} rules={[required]}>
          <DateField />
        </Form.Item>
      </div>
    </CommandDialog>
  )
}

/** Unbinds a Party group on a day; a listed group keeps at least one. */
export function EndPartyGroupDialog({ party, onClose }: { party: PartyGroup; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ lastDay: string }, unknown>
      title={t('weakGroup.parties.end.title', { name: party.name })}
      submit={t('weakGroup.parties.end')}
      initial={{ lastDay: today() }}
      send={({ lastDay }, commandId) =>
        weakGroupCommands.endPartyGroup({ commandId, id: party.id, version: party.version, lastDay })
      }
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <Form.Item
        name="lastDay"
        label={t('weakGroup.lastDay')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={party.fromOn} />
      </Form.Item>
    </CommandDialog>
  )
}
