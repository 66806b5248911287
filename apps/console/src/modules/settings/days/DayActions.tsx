import { monthOf } from '@anye/kernel/calendar-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { Days } from '../settings-types.ts'

/** Closing the day and freezing the base: both once, both irreversible, so both ask first. */
export function DayActions({ days }: { days: Days }) {
  const t = useT()
  const mayClose = useMay('day.close')
  const mayFreeze = useMay('base.freeze')
  const [act, setAct] = useState<'close' | 'freeze'>()
  const overview = useQuery({ ...api.indicators.overview.get.queryOptions({ input: {} }), enabled: mayFreeze })
  const fresh = overview.data?.fresh
  const month = monthOf(today())
  const frozen = fresh?.base?.month === month ? t('base.frozen', { month, day: fresh.base.frozenOn }) : undefined
  const pending = fresh && fresh.pendingVillages > 0
    ? t('days.close.pending', { count: formatInteger(fresh.pendingVillages) })
    : undefined
  const touches = [api.indicators.key(), api.reporting.key()]
  const close = () => setAct(undefined)
  return (
    <>
      {mayFreeze && (
        <ActionButton onClick={() => setAct('freeze')} blockedBecause={frozen}>{t('base.freeze')}</ActionButton>
      )}
      {mayClose && (
        <ActionButton
          type="primary"
          onClick={() => setAct('close')}
          blockedBecause={days.todayClosed ? t('days.close.done') : pending}
        >
          {t('days.close')}
        </ActionButton>
      )}
      {act === 'close' && (
        <CommandDialog<object, unknown>
          title={t('days.close.title', { day: today() })}
          submit={t('days.close')}
          send={(_, commandId) => client.indicators.days.close({ commandId })}
          onClose={close}
          touches={touches}
        >
          <p className="command-lead">{t('days.close.lead', { time: days.cutOff })}</p>
        </CommandDialog>
      )}
      {act === 'freeze' && (
        <CommandDialog<object, unknown>
          title={t('base.freeze.title', { month })}
          submit={t('base.freeze')}
          send={(_, commandId) => client.indicators.base.freeze({ commandId })}
          onClose={close}
          touches={touches}
        >
          <p className="command-lead">{t('base.freeze.lead')}</p>
        </CommandDialog>
      )}
    </>
  )
}
