import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatDateTime } from '../../../ui/format.ts'
import type { ImportPageData } from '../registry-types.ts'
import { LevelCounts } from './LevelCounts.tsx'
import { PreviewBody } from './PreviewStep.tsx'
import { SaveFileButton } from './SaveFileButton.tsx'
import { VillageProgress } from './VillageProgress.tsx'

/** What was written, the annotated workbook to send back, and the way to the villages. */
export function ResultStep({ data }: { data: ImportPageData }) {
  const t = useT()
  const navigate = useNavigate()
  const { counts, annotatedFileId, fileName, committedAt } = data.summary
  return (
    <>
      <LevelCounts counts={counts} />
      <div className="preview-actions">
        {annotatedFileId !== null && (
          <SaveFileButton
            isPrimary
            label={t('imports.annotated')}
            fileId={async () => annotatedFileId}
            fallbackName={fileName}
          />
        )}
        <Button onClick={() => void navigate(paths.importNew())}>{t('imports.next')}</Button>
        <span className="quiet">{t('imports.result.at', { at: formatDateTime(committedAt) })}</span>
      </div>
      <VillageProgress villages={data.villagesTouched} />
      <PreviewBody data={data} />
    </>
  )
}
