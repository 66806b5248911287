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
import type { Days, Fresh } from '../settings-types.ts'

/** Closing the day and freezing the base: both once, both irreversible, so both ask first. */
export function DayActions({ days }: { days: Days }) {
  const mayClose = useMay('day.close')
  const mayFreeze = useMay('base.freeze')
  const overview = useQuery({
    ...api.indicators.overview.get.queryOptions({ input: {} }),
    enabled: mayClose || mayFreeze,
  })
  const fresh = overview.data?.fresh
  return (
    <>
      {mayFreeze && <FreezeBase fresh={fresh} />}
      {mayClose && <CloseDay days={days} fresh={fresh} />}
    </>
  )
}

const TOUCHES = [api.indicators.key(), api.reporting.key()]

function FreezeBase({ fresh }: { fresh: Fresh | undefined }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const month = monthOf(today())
  const frozen =
    fresh?.base?.month === month ? t('base.frozen', { month, day: fresh.base.frozenOn }) : undefined
  return (
    <>
      <ActionButton onClick={() => setOpen(true)} blockedBecause={frozen}>
        {t('base.freeze')}
      </ActionButton>
      {isOpen && (
        <CommandDialog<object, unknown>
          title={t('base.freeze.title', { month })}
          submit={t('base.freeze')}
          send={(_, commandId) => client.indicators.base.freeze({ commandId })}
          onClose={() => setOpen(false)}
          touches={TOUCHES}
        >
          <p className="command-lead">{t('base.freeze.lead')}</p>
        </CommandDialog>
      )}
    </>
  )
}

function CloseDay({ days, fresh }: { days: Days; fresh: Fresh | undefined }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const pending = fresh?.pendingVillages
    ? t('days.close.pending', { count: formatInteger(fresh.pendingVillages) })
    : undefined
  return (
    <>
      <ActionButton
        type="primary"
        onClick={() => setOpen(true)}
        blockedBecause={days.todayClosed ? t('days.close.done') : pending}
      >
        {t('days.close')}
      </ActionButton>
      {isOpen && (
        <CommandDialog<object, unknown>
          title={t('days.close.title', { day: today() })}
          submit={t('days.close')}
          send={(_, commandId) => client.indicators.days.close({ commandId })}
          onClose={() => setOpen(false)}
          touches={TOUCHES}
        >
          <p className="command-lead">{t('days.close.lead', { time: days.cutOff })}</p>
        </CommandDialog>
      )}
    </>
  )
}
