import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import type { ImportPageData } from '../registry-types.ts'
import { CommandButton } from './CommandButton.tsx'
import { commitImport } from './imports.data.ts'
import { VillageProgress } from './VillageProgress.tsx'

/** Stopped by a fault or a person: what is written stays, the rest can go on. */
export function FailedStep({ data: { summary, villagesTouched } }: { data: ImportPageData }) {
  const t = useT()
  const navigate = useNavigate()
  const isFailed = summary.state === 'failed'
  const canResume = summary.villages.total > 0 && summary.villages.done < summary.villages.total
  return (
    <>
      <Alert
        type={isFailed ? 'error' : 'info'}
        showIcon
        title={summary.message ?? t(isFailed ? 'imports.failed' : 'imports.cancelled')}
        action={
          <span className="preview-actions">
            {canResume && (
              <CommandButton
                isPrimary
                label={t('imports.resume')}
                send={(commandId) => commitImport({ commandId, id: summary.id })}
              />
            )}
            <Button onClick={() => void navigate(paths.importNew())}>{t('imports.again')}</Button>
          </span>
        }
      />
      {villagesTouched.length > 0 && <VillageProgress villages={villagesTouched} />}
    </>
  )
}
