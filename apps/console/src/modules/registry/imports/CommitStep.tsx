import { Progress } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { CommandButton } from './CommandButton.tsx'
import { cancelImport } from './imports.data.ts'
import { VillageProgress } from './VillageProgress.tsx'

/** Writing, one transaction per village; what is written stays whatever happens next. */
export function CommitStep({ data: { summary, villagesTouched } }: { data: ImportPageData }) {
  const t = useT()
  const { done, total } = summary.villages
  return (
    <>
      <div className="import-sheet" role="status">
        <Progress
          percent={total === 0 ? 0 : Math.floor((done / total) * 100)}
          status="active"
          className="import-progress"
        />
        <p className="quiet">{t('imports.leave')}</p>
        <CommandButton
          label={t('imports.stop')}
          question={t('imports.stop.sure')}
          send={(commandId) => cancelImport({ commandId, id: summary.id })}
        />
      </div>
      <VillageProgress villages={villagesTouched} />
    </>
  )
}
