import { Progress } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { ImportSummary } from '../registry-types.ts'
import { CommandButton } from './CommandButton.tsx'
import { cancelImport } from './imports.data.ts'

/** The server reads and checks the rows; the person may leave and come back. */
export function CheckingStep({ summary: { id, done, total } }: { summary: ImportSummary }) {
  const t = useT()
  const percent = total ? Math.floor((done / total) * 100) : undefined
  return (
    <div className="import-sheet" role="status">
      <p>{t('imports.checking', { done: formatInteger(done) })}</p>
      {percent === undefined ? (
        <Progress percent={100} showInfo={false} status="active" className="import-progress" />
      ) : (
        <Progress percent={percent} status="active" className="import-progress" />
      )}
      <p className="quiet">{t('imports.leave')}</p>
      <CommandButton label={t('imports.stop')} send={(commandId) => cancelImport({ commandId, id })} />
    </div>
  )
}
