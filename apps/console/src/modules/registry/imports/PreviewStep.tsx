import { Button } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { ChangesPanel } from './ChangesPanel.tsx'
import { CommandButton } from './CommandButton.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'
import { cancelImport, commitImport } from './imports.data.ts'
import { IssuesPanel } from './IssuesPanel.tsx'
import { LevelCounts } from './LevelCounts.tsx'
import { RuleTable } from './RuleTable.tsx'

/** What would be written and what not, before anything is. */
export function PreviewStep({ data, onMapping }: { data: ImportPageData; onMapping: () => void }) {
  const t = useT()
  const { summary } = data
  const nothing =
    summary.counts !== null && summary.counts.rows === summary.counts.rejected
      ? t('imports.commit.nothing')
      : undefined
  const before = summary.sameAs === null ? undefined : t('imports.sameAs')
  return (
    <>
      <div className="preview-head">
        <LevelCounts counts={data.summary.counts} />
        <div className="preview-actions">
          <CommandButton
            isPrimary
            label={t('imports.commit', { rows: formatInteger(writableRows(data)) })}
            question={t('imports.commit.sure', { villages: formatInteger(data.villagesTouched.length) })}
            hindrance={before ?? nothing}
            send={(commandId) => commitImport({ commandId, id: summary.id })}
          />
          <Button onClick={onMapping}>{t('imports.map.back')}</Button>
          <CommandButton
            label={t('imports.drop.import')}
            question={t('imports.drop.sure')}
            send={(commandId) => cancelImport({ commandId, id: summary.id })}
          />
        </div>
      </div>
      <PreviewBody data={data} />
    </>
  )
}

/** What the commit would change, issues by rule and row by row; also shown with a finished import. */
export function PreviewBody({ data }: { data: ImportPageData }) {
  const t = useT()
  return (
    <>
      <div className="page-halves">
        <Panel title={t('imports.difference')} note={t('imports.difference.note')}>
          <DifferenceTable difference={data.summary.difference} />
        </Panel>
        <ChangesPanel changes={data.changes} />
      </div>
      <RuleTable byRule={data.byRule} />
      <IssuesPanel importId={data.summary.id} />
    </>
  )
}

function writableRows({ summary: { counts } }: ImportPageData): number | undefined {
  return counts === null ? undefined : counts.rows - counts.rejected
}
