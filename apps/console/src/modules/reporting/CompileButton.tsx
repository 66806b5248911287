import { Form, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../app/command/CommandDialog.tsx'
import { useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { ActionButton } from '../../ui/controls/ActionButton.tsx'
import { compileReport, TOUCHED_BY_REPORT, useDays } from './reports.data.ts'
import { useReportUnits } from './UnitFilter.tsx'

interface Values {
  unit?: string
  day?: string
}

/** Makes a report from the books of a closed day; a draft is made anew, a signed one stays. */
export function CompileButton() {
  const t = useT()
  const navigate = useNavigate()
  const days = useDays()
  const units = useReportUnits()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('report.compile')) return null
  // A day reconstructed from facts has no books of its own: a report cannot stand on it.
  const closed = days.data?.days.filter(({ state }) => state === 'closed') ?? []
  const required = [{ required: true, message: t('command.required') }]
  return (
    <>
      <ActionButton
        type="primary"
        loading={days.isPending}
        blockedBecause={days.data && closed.length === 0 ? t('reports.compile.noDay') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('reports.compile')}
      </ActionButton>
      {isOpen && (
        <CommandDialog<Values, { id: string }>
          title={t('reports.compile.title')}
          submit={t('reports.compile')}
          initial={{ unit: units[0]?.value ?? '', day: closed[0]?.day ?? '' }}
          send={({ unit = '', day = '' }, commandId) => compileReport({ commandId, unit, day })}
          onDone={({ id }) => void navigate(paths.report(id))}
          onClose={() => setOpen(false)}
          touches={TOUCHED_BY_REPORT}
        >
          <p className="command-lead">{t('reports.compile.lead')}</p>
          <Form.Item name="unit" label={t('reports.unit')} rules={required}>
            <Select<string> options={units} />
          </Form.Item>
          <Form.Item name="day" label={t('reports.compile.day')} rules={required}>
            <Select<string> options={closed.map(({ day }) => ({ value: day, label: day }))} />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  )
}
