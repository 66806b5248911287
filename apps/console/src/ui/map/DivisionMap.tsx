import type { PlanState } from '@anye/contract/indicators/endpoints'
import { useMemo, useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { StateShape } from '../figures/StateMark.tsx'
import { MapLegend } from './MapLegend.tsx'
import { fitProjection, labelPoint, shapePath } from './map-geometry.ts'
import type { LngLat, Pixel, Projection, Shape } from './map-geometry.ts'
import { fiveStepBreaks, stepOf } from './map-scale.ts'
import './division-map.css'

export interface MapUnit {
  code: string
  name: string
  /** In the unit of the legend; null is hatched. */
  value: number | null
  /** As printed under the name. */
  label: string
  state?: PlanState | undefined
  /** A unit without polygon: drawn as a labelled marker here. */
  at?: LngLat | undefined
}

interface DivisionMapProps {
  /** What the colour means, for the legend and screen readers. */
  title: string
  unitOfValue: string
  /** Said under the map, for example which marker is approximate. */
  note?: string
  shapes: readonly Shape[]
  units: readonly MapUnit[]
  onOpen?: (code: string) => void
}

const WIDTH = 560
const MARGIN = 8

/**
 * Printed-map style choropleth as plain SVG: five steps of one hue, white borders, names and values on the map,
 * no data hatched. Every unit opens by click or Enter.
 */
export function DivisionMap({ title, unitOfValue, note, shapes, units, onOpen }: DivisionMapProps) {
  const t = useT()
  const drawn = useMemo(() => {
    const projection = fitProjection(shapes, WIDTH, MARGIN)
    const areas = shapes.map((shape) => ({
      code: shape.code,
      path: shapePath(shape, projection),
      label: labelPoint(shape, projection),
    }))
    return { projection, areas }
  }, [shapes])
  const [focused, setFocused] = useState<string>()
  const breaks = fiveStepBreaks(units.flatMap(({ value }) => (value === null ? [] : [value])))
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return (
    <figure className="division-map">
      <svg
        viewBox={`0 0 ${WIDTH} ${drawn.projection.height}`}
        role="group"
        aria-label={t('map.describe', { title, count: units.length })}
      >
        <NoDataHatch />
        {drawn.areas.map(({ code, path }) => (
          <Area key={code} path={path} unit={byCode.get(code)} breaks={breaks} onOpen={onOpen} onFocus={setFocused} />
        ))}
        <FocusRim path={drawn.areas.find(({ code }) => code === focused)?.path} />
        {drawn.areas.map(({ code, label }) => (
          <Label key={code} at={label} unit={byCode.get(code)} breaks={breaks} />
        ))}
        {units.map((unit) => (
          <Marker key={unit.code} unit={unit} projection={drawn.projection} breaks={breaks} onOpen={onOpen} />
        ))}
      </svg>
      <MapLegend title={title} unit={unitOfValue} breaks={breaks} note={note} />
    </figure>
  )
}

function fillOf(unit: MapUnit | undefined, breaks: readonly number[]): string {
  if (!unit || unit.value === null) return 'url(#map-no-data)'
  return `var(--map-${stepOf(unit.value, breaks)})`
}

/** White letters on the two dark steps, ink on the others. */
function isDark(unit: MapUnit, breaks: readonly number[]): boolean {
  return unit.value !== null && stepOf(unit.value, breaks) >= 4
}

interface AreaProps {
  path: string
  unit: MapUnit | undefined
  breaks: readonly number[]
  onOpen: ((code: string) => void) | undefined
  onFocus: (code: string | undefined) => void
}

function Area({ path, unit, breaks, onOpen, onFocus }: AreaProps) {
  return (
    <path
      d={path}
      fillRule="evenodd"
      fill={fillOf(unit, breaks)}
      onFocus={() => onFocus(unit?.code)}
      onBlur={() => onFocus(undefined)}
      {...useOpening(unit, onOpen)}
    />
  )
}

/** Where the keyboard stands, above all areas: a neighbour drawn later would cover half of a rim of its own. */
function FocusRim({ path }: { path: string | undefined }) {
  if (path === undefined) return null
  return (
    <g className="map-focus" aria-hidden="true">
      <path d={path} />
      <path d={path} />
    </g>
  )
}

function useOpening(unit: MapUnit | undefined, onOpen: ((code: string) => void) | undefined) {
  const t = useT()
  if (!unit || !onOpen) return { className: 'map-area' }
  const open = () => onOpen(unit.code)
  return {
    className: 'map-area can-open',
    role: 'link',
    tabIndex: 0,
    'aria-label': t('map.open', { name: unit.name, value: unit.label }),
    onClick: open,
    onKeyDown: (event: { key: string }) => {
      if (event.key === 'Enter') open()
    },
  }
}

function Label({ at, unit, breaks }: { at: Pixel; unit: MapUnit | undefined; breaks: readonly number[] }) {
  if (!unit) return null
  const tone = isDark(unit, breaks) ? 'map-label is-light' : 'map-label'
  const rim = unit.value === null ? 'var(--paper-2)' : fillOf(unit, breaks)
  return (
    <g className={tone} stroke={rim} transform={`translate(${at.x} ${at.y})`} aria-hidden="true">
      <text y="-4" className="map-name">{unit.name}</text>
      <LabelledValue unit={unit} />
    </g>
  )
}

const BADGE = 9

/** Shape and value, centred together under the name. */
function LabelledValue({ unit: { label, state } }: { unit: MapUnit }) {
  return (
    <>
      <text x={state ? BADGE : 0} y="14" className="map-value">{label}</text>
      {state && <StateBadge state={state} x={-textWidth(label) / 2 - 2} y={9} />}
    </>
  )
}

/** Half-width characters at 15 px: near enough to place the state's shape before the centred value. */
function textWidth(text: string): number {
  return text.length * 8.2
}

function StateBadge({ state, x, y }: { state: PlanState; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} stroke="none">
      <circle r="8" fill="var(--paper)" />
      <g transform="translate(-5 -5)"><StateShape state={state} /></g>
    </g>
  )
}

interface MarkerProps {
  unit: MapUnit
  projection: Projection
  breaks: readonly number[]
  onOpen: ((code: string) => void) | undefined
}

function Marker({ unit, projection, breaks, onOpen }: MarkerProps) {
  const opening = useOpening(unit, onOpen)
  if (!unit.at) return null
  const { x, y } = projection.project(unit.at)
  const shown = isDark(unit, breaks) ? 'map-marker-text is-light' : 'map-marker-text'
  return (
    <g transform={`translate(${x} ${y})`} {...opening} >
      <rect className="map-marker" x="-52" y="-22" width="104" height="44" rx="22" fill={fillOf(unit, breaks)} />
      <g className={shown} aria-hidden="true">
        <text y="-4" className="map-name">{unit.name}</text>
        <LabelledValue unit={unit} />
      </g>
    </g>
  )
}

function NoDataHatch() {
  return (
    <defs>
      <pattern id="map-no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--paper-2)" />
        <rect width="1.5" height="6" fill="var(--no-data)" />
      </pattern>
    </defs>
  )
}
