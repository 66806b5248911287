import { Form, Input } from 'antd'
import { useState } from 'react'
import { CommandDialog } from '../../app/command/CommandDialog.tsx'
import { useT } from '../../app/i18n/locale.tsx'
import { useMay } from '../../app/session.tsx'
import { ActionButton } from '../../ui/controls/ActionButton.tsx'
import type { Report, ReportNote, ReportSection } from './report-types.ts'
import { annotateReport, TOUCHED_BY_REPORT } from './reports.data.ts'

const LONGEST = 1000

/** Remarks of people on one section, printed with it. */
export function Notes({ notes }: { notes: readonly ReportNote[] }) {
  const t = useT()
  return notes.map(({ id, text, by }) => (
    <p key={id} className="report-remark">
      {t('report.remark', { text, by })}
    </p>
  ))
}

/** Adds a remark to a section, or a problem, decision or task to the last one; a signed report takes none. */
export function AddNote({ report: { summary }, section }: { report: Report; section: ReportSection }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('report.annotate')) return null
  const isSigned = summary.state === 'signed'
  const isTask = section === 'tasks'
  return (
    <span className="report-note-button screen-only">
      <ActionButton
        size="small"
        type="text"
        blockedBecause={isSigned ? t('report.remark.signed') : undefined}
        onClick={() => setOpen(true)}
      >
        {t(isTask ? 'report.task.add' : 'report.remark.add')}
      </ActionButton>
      {isOpen && (
        <CommandDialog<{ text: string }, unknown>
          title={t(isTask ? 'report.task.add' : 'report.remark.title', {
            section: t(`report.section.${section}`),
          })}
          submit={t('report.remark.submit')}
          send={({ text }, commandId) =>
            annotateReport({ commandId, id: summary.id, section, text: text.trim() })
          }
          onClose={() => setOpen(false)}
          touches={TOUCHED_BY_REPORT}
        >
          <Form.Item
            name="text"
            label={t('report.remark.text')}
            rules={[{ required: true, whitespace: true, message: t('command.required') }]}
          >
            <Input.TextArea rows={4} maxLength={LONGEST} showCount autoFocus />
          </Form.Item>
        </CommandDialog>
      )}
    </span>
  )
}
