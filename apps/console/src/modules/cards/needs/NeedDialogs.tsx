import { daysOf, NEED_KIND } from '@anye/codes/need-kind'
import type { NeedKind } from '@anye/codes/need-kind'
import { SERVICE_KIND } from '@anye/codes/service-kind'
import type { ServiceKind } from '@anye/codes/service-kind'
import { addDays } from '@anye/kernel/calendar-date'
import { Form, Input, Select } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import {
  closeNeed,
  handOverNeed,
  openNeed,
  reopenNeed,
  serveNeed,
  TOUCHED_BY_NEEDS,
  useNeedOwners,
} from './needs.data.ts'
import type { Need, NeedOwner } from './needs.data.ts'
import { OwnerField } from './OwnerField.tsx'

const LONGEST_NOTE = 200

interface OnOne {
  need: Need
  onClose: () => void
}

function NoteField({ label }: { label: string }) {
  return (
    <Form.Item name="note" label={label}>
      <Input.TextArea rows={2} maxLength={LONGEST_NOTE} />
    </Form.Item>
  )
}

/** Hands the need to somebody else. */
export function HandOverDialog({ need, onClose }: OnOne) {
  const t = useT()
  const owners = useNeedOwners(need.villageCode)
  return (
    <CommandDialog<{ owner: NeedOwner }, unknown>
      title={t('need.handOver.title', { name: need.name })}
      submit={t('need.handOver')}
      send={({ owner }, commandId) => handOverNeed({ commandId, id: need.id, version: need.version, owner })}
      onClose={onClose}
      touches={TOUCHED_BY_NEEDS}
    >
      <p className="command-lead">{t('need.handOver.lead')}</p>
      <Form.Item
        name="owner"
        label={t('need.owner')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <OwnerField
          people={owners.data?.rows.filter(({ userId }) => userId !== need.ownerId)}
          placeholder={t('need.owner.hint')}
        />
      </Form.Item>
    </CommandDialog>
  )
}

/** What was done for the person, and when. */
export function ServeDialog({ need, onClose }: OnOne) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const required = [{ required: true, message: t('command.required') }]
  return (
    <CommandDialog<{ service: ServiceKind; servedOn: string; note?: string }, unknown>
      title={t('need.serve.title', { name: need.name })}
      submit={t('need.serve')}
      initial={{ servedOn: today() }}
      send={({ service, servedOn, note }, commandId) =>
        serveNeed({ commandId, id: need.id, version: need.version, service, servedOn, note: note?.trim() || null })
      }
      onClose={onClose}
      touches={TOUCHED_BY_NEEDS}
    >
      <p className="command-lead">{t('need.serve.lead')}</p>
      <div className="command-columns">
        <Form.Item name="service" label={t('need.service')} rules={required}>
          <Select<string> autoFocus options={optionsOf(SERVICE_KIND)} />
        </Form.Item>
        <Form.Item name="servedOn" label={t('need.servedOn')} rules={required}>
          <DateField earliest={need.raisedOn} latest={today()} />
        </Form.Item>
      </div>
      <NoteField label={t('need.serve.note')} />
    </CommandDialog>
  )
}

/** The village says that it is done. */
export function CloseDialog({ need, onClose }: OnOne) {
  const t = useT()
  return (
    <CommandDialog<{ note?: string }, unknown>
      title={t('need.close.title', { name: need.name })}
      submit={t('need.close')}
      send={({ note }, commandId) =>
        closeNeed({ commandId, id: need.id, version: need.version, note: note?.trim() || null })
      }
      onClose={onClose}
      touches={TOUCHED_BY_NEEDS}
    >
      <p className="command-lead">{t('need.close.lead', { servedBy: need.servedBy ?? '', on: need.servedOn ?? '' })}</p>
      <NoteField label={t('need.close.note')} />
    </CommandDialog>
  )
}

/** The village sends it back. */
export function ReopenDialog({ need, onClose }: OnOne) {
  const t = useT()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('need.reopen.title', { name: need.name })}
      submit={t('need.reopen')}
      send={({ reason }, commandId) => reopenNeed({ commandId, id: need.id, version: need.version, reason })}
      onClose={onClose}
      touches={TOUCHED_BY_NEEDS}
    >
      <p className="command-lead">{t('need.reopen.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}

interface OpenValues {
  personId: string
  kind: NeedKind
  dueOn: string
  owner?: NeedOwner
  note?: string
}

interface OpenNeedProps {
  villageCode: string
  /** Whose need it may be; one person is not asked for. */
  people: readonly { id: string; name: string }[]
  onClose: () => void
}

/** A need that somebody heard of outside a check. */
export function OpenNeedDialog({ villageCode, people, onClose }: OpenNeedProps) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const owners = useNeedOwners(villageCode)
  const required = [{ required: true, message: t('command.required') }]
  return (
    <CommandDialog<OpenValues, unknown>
      title={t('need.open')}
      submit={t('need.open.submit')}
      initial={people.length === 1 && people[0] ? { personId: people[0].id } : {}}
      send={({ personId, kind, dueOn, owner, note }, commandId) =>
        openNeed({ commandId, personId, kind, dueOn, owner, note: note?.trim() || null })
      }
      onClose={onClose}
      touches={TOUCHED_BY_NEEDS}
    >
      {(form) => (
        <>
          <div className="command-columns">
            <Form.Item name="personId" label={t('need.person')} rules={required}>
              <Select<string>
                disabled={people.length === 1}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="kind" label={t('need.kind')} rules={required}>
              <Select<NeedKind>
                autoFocus
                options={optionsOf(NEED_KIND) as { value: NeedKind; label: string }[]}
                onChange={(kind) => form.setFieldValue('dueOn', addDays(today(), daysOf(kind)))}
              />
            </Form.Item>
            <Form.Item name="dueOn" label={t('need.dueOn')} rules={required}>
              <DateField earliest={today()} />
            </Form.Item>
            <Form.Item name="owner" label={t('need.owner')} extra={t('need.owner.default')}>
              <OwnerField people={owners.data?.rows} placeholder={t('need.owner.hint')} />
            </Form.Item>
          </div>
          <NoteField label={t('need.note')} />
        </>
      )}
    </CommandDialog>
  )
}
