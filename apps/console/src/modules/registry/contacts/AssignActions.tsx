import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { AssignContactDialog } from './AssignContactDialog.tsx'
import { MOST_HOUSEHOLDS } from './contacts.data.ts'
import type { ContactFilter } from './contacts.data.ts'
import type { useChosenHouseholds } from './use-chosen-households.ts'

interface AssignActionsProps {
  filter: ContactFilter
  /** Undefined while loading, null beyond what was counted. */
  total: number | null | undefined
  chosen: ReturnType<typeof useChosenHouseholds>
}

/** Gives a contact to the ticked households, or to all that the filter shows. */
export function AssignActions({ filter, total, chosen }: AssignActionsProps) {
  const t = useT()
  const { scope } = useSession()
  const [open, setOpen] = useState<'chosen' | 'all'>()
  const isMany = total === null || (total ?? 0) > MOST_HOUSEHOLDS
  const ids = [...chosen.ids]
  return (
    <>
      <ActionButton
        size="small"
        blockedBecause={ids.length === 0 ? t('contacts.assign.none') : undefined}
        onClick={() => setOpen('chosen')}
      >
        {t('contacts.assign.chosen', { count: formatInteger(ids.length) })}
      </ActionButton>
      <ActionButton
        size="small"
        blockedBecause={isMany ? t('contacts.assign.many') : total ? undefined : t('contacts.empty')}
        onClick={() => setOpen('all')}
      >
        {t('contacts.assign.all')}
      </ActionButton>
      {open && (
        <AssignContactDialog
          households={open === 'chosen' ? { householdIds: ids } : { filter }}
          count={open === 'chosen' ? ids.length : (total ?? 0)}
          place={filter.place ?? scope?.code ?? ''}
          onDone={chosen.clear}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
