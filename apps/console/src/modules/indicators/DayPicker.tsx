import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { api } from '../../app/api.ts'
import { useT } from '../../app/i18n/locale.tsx'

/** As far back as books are offered; older days open by their address. */
const DAYS_OFFERED = 400
const LIVE = 'live'

interface DayPickerProps {
  /** The day whose books are shown; undefined is now. */
  value: string | undefined
  onChange: (day: string | undefined) => void
}

/** Which day the figures are of: now, or any day that has books. Days that were never closed say so. */
export function DayPicker({ value, onChange }: DayPickerProps) {
  const t = useT()
  const days = useQuery(api.indicators.days.list.queryOptions({ input: { limit: DAYS_OFFERED } }))
  const known = (days.data?.days ?? []).map(({ day, state }) => ({
    value: day,
    label: state === 'closed' ? day : t('day.reconstructed', { day }),
  }))
  // A day from the address stays shown although the list has not come yet, or does not go back so far.
  const asked = value !== undefined && !known.some((option) => option.value === value) ? [{ value, label: value }] : []
  return (
    <Select
      className="screen-only"
      size="small"
      style={{ width: 176 }}
      showSearch
      aria-label={t('day.pick')}
      value={value ?? LIVE}
      loading={days.isPending}
      options={[{ value: LIVE, label: t('day.live') }, ...asked, ...known]}
      onChange={(day: string) => onChange(day === LIVE ? undefined : day)}
    />
  )
}
