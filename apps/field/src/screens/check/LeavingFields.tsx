import { END_REASON } from '@anye/codes/end-reason'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { Chips } from '../../ui/Choices.tsx'
import { Fieldset } from '../../ui/Field.tsx'
import type { CheckDraft } from './check.rules.ts'
import { DayField } from './DayField.tsx'

/** How the job on record ended. */
export function LeavingFields({ leaving, onChange }: { leaving: CheckDraft['leaving']; onChange: (leaving: CheckDraft['leaving']) => void }) {
  const t = useT()
  const nameOf = useName()
  return (
    <>
      <Fieldset legend={t('check.endReason')}>
        <Chips
          label={t('check.endReason')} options={END_REASON.map((entry) => ({ value: entry.code, word: nameOf(entry) }))} value={leaving.endReason}
          onChange={(endReason) => onChange({ ...leaving, endReason })}
        />
      </Fieldset>
      <Fieldset legend={t('check.endOn')}><DayField label={t('check.endOn')} value={leaving.endOn} onChange={(endOn) => onChange({ ...leaving, endOn })} /></Fieldset>
    </>
  )
}
