import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { DivisionMap } from '../../../ui/map/DivisionMap.tsx'
import type { MapUnit } from '../../../ui/map/DivisionMap.tsx'
import { COUNTY_MAP, UNIT_MARKERS } from '../../../ui/map/data/map-data.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { formatIndicator, valueOf } from '../indicator-names.ts'
import type { ChildRow } from '../indicator-types.ts'

const MAPPED = ['A', 'B', 'employment', 'zero'] as const satisfies readonly IndicatorKey[]
type Mapped = (typeof MAPPED)[number]
const UNIT = { percent: 'unit.percent', households: 'unit.household', persons: 'unit.person' } as const
const SHAPES = COUNTY_MAP.features.map(({ properties, geometry }) => ({
  code: properties.code,
  name: properties.name,
  polygons: geometry.coordinates,
}))

/** The reporting units on the map, coloured by one indicator at a time. */
export function UnitMap({ rows, onOpen }: { rows: readonly ChildRow[]; onOpen: (code: string) => void }) {
  const t = useT()
  const nameOf = useName()
  const [key, setKey] = useState<Mapped>('A')
  const units = rows.map((row) => toMapUnit(row, key))
  return (
    <Panel
      title={t('overview.map')}
      className="overview-map"
      actions={
        <Segmented<Mapped>
          size="small"
          aria-label={t('overview.map.by')}
          value={key}
          onChange={setKey}
          options={MAPPED.map((value) => ({ value, label: t(`overview.map.${value}`) }))}
        />
      }
    >
      <div className="panel-body">
        <DivisionMap
          title={nameOf(INDICATORS[key])}
          unitOfValue={t(UNIT[INDICATORS[key].unit])}
          note={t('overview.map.estimate')}
          shapes={SHAPES}
          units={units}
          onOpen={onOpen}
        />
      </div>
    </Panel>
  )
}

function toMapUnit({ place, values, zero }: ChildRow, key: IndicatorKey): MapUnit {
  const value = valueOf(values, key)
  // Zero households are a count of the row, not a rate among its values.
  const shown = key === 'zero' ? zero : (value?.value ?? null)
  return {
    code: place.code,
    name: place.name,
    value: shown,
    label: key === 'zero' ? formatInteger(zero) : value ? formatIndicator(value) : '',
    state: value && value.plan !== null ? value.state : undefined,
    at: UNIT_MARKERS.find(({ code }) => code === place.code)?.point,
  }
}
