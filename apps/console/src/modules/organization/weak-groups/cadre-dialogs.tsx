import { addMonths } from '@anye/kernel/calendar-date'
import { Form, Input } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { TOUCHED_BY_WEAK_GROUPS, weakGroupCommands } from './weak-groups.data.ts'
import type { Cadre, WeakGroupData } from './weak-groups.data.ts'

const MONTHS = 12

interface Values {
  name: string
  duty?: string
  fromOn: string
  toOn: string
}

/** Sends a cadre to the group for a term. */
export function SendCadreDialog({ group, onClose }: { group: WeakGroupData['group']; onClose: () => void }) {
  const t = useT()
  const required = { required: true, message: t('command.required') }
  return (
    <CommandDialog<Values, unknown>
      title={t('weakGroup.cadre.send')}
      submit={t('weakGroup.cadre.send')}
      initial={{ fromOn: today(), toOn: addMonths(today(), MONTHS) }}
      send={({ name, duty, fromOn, toOn }, commandId) =>
        weakGroupCommands.sendCadre({
          commandId, id: group.id, name, fromOn, toOn, ...(duty?.trim() ? { duty: duty.trim() } : {}),
        })
      }
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <div className="command-columns">
        <Form.Item name="name" label={t('post.name')} rules={[{ ...required, whitespace: true, min: 2 }]}>
          <Input autoFocus maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="duty" label={t('post.duty')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="fromOn" label={t('post.from')} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="toOn" label={t('weakGroup.cadre.to')} rules={[required]}>
          <DateField earliest={today()} />
        </Form.Item>
      </div>
    </CommandDialog>
  )
}

/** Closes a term on its last day with what came of it. */
export function CloseCadreDialog({ cadre, onClose }: { cadre: Cadre; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ lastDay: string; result: string }, unknown>
      title={t('weakGroup.cadre.close.title', { name: cadre.name })}
      submit={t('weakGroup.cadre.close')}
      initial={{ lastDay: cadre.toOn < today() ? cadre.toOn : today() }}
      send={({ lastDay, result }, commandId) =>
        weakGroupCommands.closeCadre({ commandId, id: cadre.id, version: cadre.version, lastDay, result })
      }
      onClose={onClose}
      touches={TOUCHED_BY_WEAK_GROUPS}
    >
      <Form.Item
        name="lastDay"
        label={t('weakGroup.lastDay')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={cadre.fromOn} />
      </Form.Item>
      <Form.Item
        name="result"
        label={t('weakGroup.cadre.result')}
        rules={[{ required: true, whitespace: true, min: 4, message: t('weakGroups.note.missing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </CommandDialog>
  )
}
