import { useT } from '../../app/i18n/locale.tsx'
import { CommandDialog } from '../../app/command/CommandDialog.tsx'
import { useSession } from '../../app/session.tsx'
import type { ReportContent, ReportSummary } from './report-types.ts'
import { signReport, TOUCHED_BY_REPORT } from './reports.data.ts'

interface SignDialogProps {
  summary: ReportSummary
  chiefs: ReportContent['chiefs']
  onClose: () => void
}

/** Signs and freezes a report; either of a county's two chiefs may, and both stand on it (S7, S15). */
export function SignDialog({ summary, chiefs, onClose }: SignDialogProps) {
  const t = useT()
  const { displayName } = useSession()
  return (
    <CommandDialog<object, unknown>
      title={t('report.sign.title', { title: summary.title, number: summary.number })}
      submit={t('report.sign')}
      send={(_, commandId) => signReport({ commandId, id: summary.id, version: summary.version })}
      onClose={onClose}
      touches={TOUCHED_BY_REPORT}
    >
      <p className="command-lead">{t('report.sign.lead', { name: displayName })}</p>
      {chiefs.length > 0 && (
        <ul className="report-chiefs" aria-label={t('report.chiefs')}>
          {chiefs.map(({ title, name }) => (
            <li key={`${title} ${name}`}>
              <span className="quiet">{title}</span> {name}
            </li>
          ))}
        </ul>
      )}
    </CommandDialog>
  )
}
