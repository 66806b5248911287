import { HEALTH } from '@anye/codes/health'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { useCodeNames } from '../code-names.ts'
import { revealPerson } from './persons.data.ts'

/** Long enough to write a number down, short enough not to stay on a screen somebody walks away from. */
const SHOWN_MS = 60_000

type Sensitive = 'idNo' | 'phone' | 'bankNo' | 'health'

interface RevealedProps {
  personId: string
  field: Sensitive
  /** What everybody with access sees; null when there is nothing. */
  masked: string | null
}

/** A masked value that shows itself in full for a minute, against a reason that the audit keeps. */
export function Revealed({ personId, field, masked }: RevealedProps) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const mayReveal = useMay('person.reveal')
  // What the viewer's level already shows in full needs no reason; of the others only that there is something
  // is told.
  const isHidden = field === 'bankNo' || field === 'health' || masked?.includes('*') === true
  const [isAsking, setAsking] = useState(false)
  const [seen, setSeen] = useState<{ value: string | null; leftToday: number }>()
  useEffect(() => {
    if (!seen) return
    const timer = setTimeout(() => setSeen(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [seen])
  if (masked === null) return NO_VALUE
  if (seen) {
    const value =
      field === 'health'
        ? seen.value
            ?.split(',')
            .map((code) => nameOf(HEALTH, code))
            .join(t('value.comma'))
        : seen.value
    return (
      <span title={t('reveal.left', { left: seen.leftToday })}>
        <strong>{value ?? NO_VALUE}</strong>{' '}
        <span className="quiet">{t('reveal.left', { left: seen.leftToday })}</span>
      </span>
    )
  }
  return (
    <>
      {masked}
      {mayReveal && isHidden && (
        <Button type="link" size="small" className="screen-only" onClick={() => setAsking(true)}>
          {t('reveal.open')}
        </Button>
      )}
      {isAsking && (
        <CommandDialog<{ reason: string }, { value: string | null; leftToday: number }>
          title={t(`reveal.title.${field}`)}
          submit={t('reveal.submit')}
          send={({ reason }, commandId) => revealPerson({ commandId, id: personId, field, reason })}
          onDone={setSeen}
          onClose={() => setAsking(false)}
          touches={[]}
        >
          <p className="command-lead">{t('reveal.lead')}</p>
          <ReasonField />
        </CommandDialog>
      )}
    </>
  )
}
