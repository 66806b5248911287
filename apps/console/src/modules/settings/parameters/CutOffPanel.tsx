import { Form, Input } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { UiLink } from '../../../ui/link.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { EffectiveFields } from './EffectiveFields.tsx'
import type { Effective } from './EffectiveFields.tsx'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The time at which the numbers of the day freeze. */
export function CutOffPanel({ cutOff }: { cutOff: string }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const mayEdit = useMay('setting.edit')
  const maySeeDays = useMay('indicator.read')
  return (
    <Panel
      title={t('cutOff.panel')}
      actions={
        <ActionButton
          size="small"
          onClick={() => setOpen(true)}
          blockedBecause={mayEdit ? undefined : t('settings.readOnly')}
        >
          {t('settings.edit')}
        </ActionButton>
      }
    >
      <div className="panel-body">
        <p className="cut-off">
          <strong>{cutOff}</strong>
          <span className="quiet">{t('cutOff.meaning')}</span>
          {maySeeDays && <UiLink href={paths.days()}>{t('cutOff.days')}</UiLink>}
        </p>
      </div>
      {isOpen && <CutOffDialog cutOff={cutOff} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function CutOffDialog({ cutOff, onClose }: { cutOff: string; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ cutOff: string } & Effective, unknown>
      title={t('cutOff.edit')}
      submit={t('settings.save')}
      initial={{ cutOff, validFrom: today() }}
      send={(values, commandId) => client.indicators.parameters.set({ commandId, ...values })}
      onClose={onClose}
      touches={[api.indicators.key()]}
    >
      <Form.Item
        name="cutOff"
        label={t('cutOff.time')}
        rules={[{ required: true, pattern: TIME, message: t('cutOff.wrong') }]}
      >
        <Input autoFocus maxLength={5} inputMode="numeric" />
      </Form.Item>
      <EffectiveFields />
    </CommandDialog>
  )
}
