import { useT } from '../../app/i18n/locale.tsx'

const CELL = 44
const BAR = 10

interface MapLegendProps {
  title: string
  unit: string
  breaks: readonly number[]
  note: string | undefined
}

/** A ruler: five cells of the hue with the thresholds between them, then the hatch of no data. */
export function MapLegend({ title, unit, breaks, note }: MapLegendProps) {
  const t = useT()
  return (
    <figcaption className="map-legend">
      <span>{title} ({unit})</span>
      {breaks.length > 0 && (
        <svg width={CELL * 5 + 2} height={BAR + 18} role="img" aria-label={`${t('map.legend')} ${breaks.join(' · ')}`}>
          {[1, 2, 3, 4, 5].map((step) => (
            <rect key={step} x={(step - 1) * CELL} width={CELL - 1} height={BAR} fill={`var(--map-${step})`} />
          ))}
          {breaks.map((threshold, index) => (
            <text key={threshold} x={(index + 1) * CELL - 0.5} y={BAR + 14} textAnchor="middle">{threshold}</text>
          ))}
        </svg>
      )}
      <span className="map-legend-none">
        <svg width="20" height={BAR} aria-hidden="true"><rect width="20" height={BAR} fill="url(#map-no-data)" /></svg>
        {t('map.noData')}
      </span>
      <span className="map-source">{note && <>{note}<br /></>}{t('map.source')}</span>
    </figcaption>
  )
}
