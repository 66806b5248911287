import { INDICATOR_KEYS, INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'

const UNIT = { percent: 'unit.percent', households: 'unit.household', persons: 'unit.person' } as const

/** Every indicator of the product: what it is called, how it is computed, over which base, by which clause. */
export function CataloguePanel() {
  const t = useT()
  const nameOf = useName()
  const columns: readonly Column<IndicatorKey>[] = [
    { key: 'name', title: t('catalogue.name'), render: (key) => nameOf(INDICATORS[key]) },
    {
      key: 'formula',
      title: t('catalogue.formula'),
      render: (key) => nameOf({ zh: INDICATORS[key].formulaZh, en: INDICATORS[key].formulaEn }),
    },
    { key: 'base', title: t('catalogue.base'), render: (key) => t(`catalogue.base.${INDICATORS[key].base}`) },
    { key: 'unit', title: t('catalogue.unit'), render: (key) => t(UNIT[INDICATORS[key].unit]) },
    { key: 'source', title: t('catalogue.source'), render: (key) => INDICATORS[key].source },
  ]
  return (
    <Panel title={t('catalogue.panel')} note={t('catalogue.note')}>
      <DataTable
        name="catalogue"
        caption={t('catalogue.panel')}
        columns={columns}
        rows={INDICATOR_KEYS}
        rowKey={(key) => key}
      />
    </Panel>
  )
}
