import { useQuery } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { CataloguePanel } from './CataloguePanel.tsx'
import { CutOffPanel } from './CutOffPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { ParametersPanel } from './ParametersPanel.tsx'
import { PlansPanel } from './PlansPanel.tsx'
import './settings.css'

/** How the figures are defined, which plan they are measured against, and when the day ends. */
export default function SettingsPage() {
  const t = useT()
  const settings = useQuery(api.indicators.parameters.get.queryOptions({ input: {} }))
  const { data } = settings
  return (
    <div className="page">
      <PageHead
        question={t('settings.question')}
        answer={
          settings.isError
            ? null
            : data &&
              (data.validFrom
                ? t('settings.answer', { from: data.validFrom, document: data.document ?? '' })
                : t('settings.answer.default'))
        }
        note={t('settings.note')}
        actions={<PrintButton />}
      />
      {settings.isError && <ProblemState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && (
        <>
          <BlockSkeleton height={240} />
          <BlockSkeleton height={160} />
        </>
      )}
      {data && (
        <>
          <div className="settings-columns">
            <ParametersPanel settings={data} />
            <div className="settings-column">
              <PlansPanel plans={data.plans} />
              <CutOffPanel cutOff={data.cutOff} />
              <HistoryPanel settings={data} />
            </div>
          </div>
          <CataloguePanel />
        </>
      )}
    </div>
  )
}
