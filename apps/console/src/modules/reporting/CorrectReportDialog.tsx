import { Form, Input } from 'antd'
import { CommandDialog } from '../../app/command/CommandDialog.tsx'
import { useT } from '../../app/i18n/locale.tsx'
import type { ReportSummary } from './report-types.ts'
import { correctReport, TOUCHED_BY_REPORT } from './reports.data.ts'

const SHORTEST = 4
const LONGEST = 1000

/** A numbered correction beside the signed text, which itself never changes. */
export function CorrectReportDialog({ summary, onClose }: { summary: ReportSummary; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ text: string }, unknown>
      title={t('report.correct.title', { number: summary.corrections + 1 })}
      submit={t('report.correct.submit')}
      send={({ text }, commandId) => correctReport({ commandId, id: summary.id, text: text.trim() })}
      onClose={onClose}
      touches={TOUCHED_BY_REPORT}
    >
      <p className="command-lead">{t('report.correct.lead')}</p>
      <Form.Item
        name="text"
        label={t('report.correct.text')}
        rules={[{ required: true, whitespace: true, min: SHORTEST, message: t('report.correct.missing') }]}
      >
        <Input.TextArea rows={4} maxLength={LONGEST} showCount autoFocus />
      </Form.Item>
    </CommandDialog>
  )
}
