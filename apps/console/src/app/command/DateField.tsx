import { DatePicker } from 'antd'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import dayjs from 'dayjs'

interface DateFieldProps {
  /** Given by the form. */
  value?: CalendarDate | null
  onChange?: (day: CalendarDate | null) => void
  id?: string
  latest?: CalendarDate
  earliest?: CalendarDate
  allowClear?: boolean
  disabled?: boolean
}

/** A business day as `YYYY-MM-DD`, picked or typed with or without hyphens. */
export function DateField({
  value,
  onChange,
  latest,
  earliest,
  id,
  allowClear = false,
  disabled = false,
}: DateFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D']}
      allowClear={allowClear}
      disabled={disabled}
      {...(earliest ? { minDate: dayjs(earliest) } : {})}
      {...(latest ? { maxDate: dayjs(latest) } : {})}
    />
  )
}
