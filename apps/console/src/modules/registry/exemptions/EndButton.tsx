import { Button, Form } from 'antd'
import { useState } from 'react'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { ExemptionRow } from '../registry-types.ts'
import { endExemption } from './exemptions.data.ts'

/** The township declines a request, or ends an exemption whose ground is gone. */
export function EndButton({ exemption }: { exemption: ExemptionRow }) {
  const t = useT()
  const mayEnd = useMay('exemption.approve')
  const [isOpen, setOpen] = useState(false)
  const isAsked = exemption.state === 'asked'
  const isInForce = exemption.state === 'approved' && exemption.untilOn >= today()
  if (!mayEnd || !(isAsked || isInForce)) return null
  const act = isAsked ? 'decline' : 'end'
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t(`exemption.${act}`)}</Button>
      {isOpen && (
        <CommandDialog<{ lastDay?: string; reason: string }, unknown>
          title={t(`exemption.${act}`)}
          submit={t(`exemption.${act}`)}
          initial={isAsked ? {} : { lastDay: today() }}
          send={({ lastDay, reason }, commandId) =>
            endExemption({ commandId, id: exemption.id, reason, ...(lastDay === undefined ? {} : { lastDay }) })
          }
          onClose={() => setOpen(false)}
          touches={TOUCHED_BY_FACTS}
        >
          <p className="command-lead">{t(`exemption.${act}.lead`)}</p>
          {!isAsked && (
            <Form.Item
              name="lastDay"
              label={t('exemption.end.day')}
              rules={[{ required: true, message: t('command.required') }]}
            >
              <DateField />
            </Form.Item>
          )}
          <ReasonField />
        </CommandDialog>
      )}
    </>
  )
}
