import { ERRORS } from '@anye/contract/errors'
import { Alert, Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../../app/download.ts'
import { useLocale, useName, useT } from '../../app/i18n/locale.tsx'
import { toProblem } from '../../app/problem.ts'
import { useMay } from '../../app/session.tsx'
import { ActionButton } from '../../ui/controls/ActionButton.tsx'
import { PrintButton } from '../../ui/view/ViewButtons.tsx'
import { CorrectReportDialog } from './CorrectReportDialog.tsx'
import type { ReportContent, ReportSummary } from './report-types.ts'
import { documentAddress } from './reports.data.ts'
import type { DocumentFormat } from './reports.data.ts'
import { SignDialog } from './SignDialog.tsx'

interface ReportActionsProps {
  summary: ReportSummary
  chiefs: ReportContent['chiefs']
}

/** Print, Word and PDF for every reader; signature and correction for the chiefs. */
export function ReportActions({ summary, chiefs }: ReportActionsProps) {
  return (
    <>
      <PrintButton />
      <DocumentButton summary={summary} format="docx" />
      <DocumentButton summary={summary} format="pdf" />
      <CorrectButton summary={summary} />
      <SignButton summary={summary} chiefs={chiefs} />
    </>
  )
}

function DocumentButton({ summary, format }: { summary: ReportSummary; format: DocumentFormat }) {
  const { t, locale } = useLocale()
  const save = useMutation({
    mutationFn: () =>
      saveFile(documentAddress(summary.id, format), `${summary.day} ${summary.title}.${format}`),
  })
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t(`report.save.${format}`)}
      </Button>
      {save.isError && <Alert type="error" title={toProblem(save.error, locale, t).message} />}
    </>
  )
}

function SignButton({ summary, chiefs }: ReportActionsProps) {
  const t = useT()
  const nameOf = useName()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('report.sign') || summary.state === 'signed') return null
  const hindrance = summary.signRefusal === null ? undefined : nameOf(ERRORS[summary.signRefusal])
  return (
    <>
      <ActionButton type="primary" blockedBecause={hindrance} onClick={() => setOpen(true)}>
        {t('report.sign')}
      </ActionButton>
      {isOpen && <SignDialog summary={summary} chiefs={chiefs} onClose={() => setOpen(false)} />}
    </>
  )
}

function CorrectButton({ summary }: { summary: ReportSummary }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('report.correct')) return null
  const isDraft = summary.state === 'draft'
  return (
    <>
      <ActionButton
        blockedBecause={isDraft ? t('report.correct.draft') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('report.correct')}
      </ActionButton>
      {isOpen && <CorrectReportDialog summary={summary} onClose={() => setOpen(false)} />}
    </>
  )
}
