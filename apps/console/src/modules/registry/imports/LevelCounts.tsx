import { useT } from '../../../app/i18n/locale.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import type { ImportSummary } from '../registry-types.ts'
import { LEVELS, LevelMark } from './LevelMark.tsx'
import type { Level } from './LevelMark.tsx'

/** Rows by what becomes of them; a press shows only their issues. */
export function LevelCounts({ counts }: Pick<ImportSummary, 'counts'>) {
  const t = useT()
  const list = useListState()
  const level = list.filter('level')
  const toggle = (next: Level) => list.setFilter('level', level === next ? undefined : next)
  return (
    <div className="level-counts">
      {LEVELS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={level === each}
          disabled={each === 'accepted' || !counts?.[each]}
          title={t(`imports.level.${each}.means`)}
          onClick={() => toggle(each)}
        >
          <LevelMark level={each} />
          <span className="level-count">
            {formatInteger(counts?.[each])}
            <span className="figure-unit">{t('unit.row')}</span>
          </span>
          <span className="quiet">{t(`imports.level.${each}.means`)}</span>
        </button>
      ))}
    </div>
  )
}
