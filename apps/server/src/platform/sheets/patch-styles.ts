import { FAULT_FILL, REASON_COLOUR } from './workbook-styles.ts'
import { attribute } from './xml.ts'

/**
 * A style sheet with the formats of faulty rows added. `filled` maps each format in use to its filled twin.
 */
export type FaultStyles = { xml: string; reason: number; title: number; filled: ReadonlyMap<number, number> }

/**
 * Adds to a style sheet; nothing that is there changes its number. Undefined when the sheet is not as
 * expected.
 */
export function patchStyles(stylesXml: string, used: ReadonlySet<number>): FaultStyles | undefined {
  const prefix = /<(\w+:)?styleSheet[\s>]/.exec(stylesXml)?.[1] ?? ''
  const formats = listOf(stylesXml, prefix, 'cellXfs', 'xf')
  const fills = listOf(stylesXml, prefix, 'fills', 'fill')
  const fonts = listOf(stylesXml, prefix, 'fonts', 'font')
  if (formats === undefined || fills === undefined || fonts === undefined) return undefined
  const fill = fills.items.length
  const font = fonts.items.length
  const twins = [...used].filter(style => formats.items[style] !== undefined)
  const first = formats.items.length
  const filled = new Map(twins.map((style, at) => [style, first + at]))
  const wrapped = (more: string) =>
    `<${prefix}xf numFmtId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" ${more}>` +
    `<${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`
  const added = [
    ...twins.map(style => withFill(formats.items[style] ?? '', fill)),
    wrapped(`fontId="${font}" fillId="${fill}" applyFill="1"`),
    wrapped('fontId="0" fillId="0"'),
  ]
  const solid =
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${FAULT_FILL}"/>` +
    `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
  const red = recoloured(fonts.items[0] ?? `<${prefix}font/>`, prefix)
  const xml = [
    { list: formats, name: 'cellXfs', more: added },
    { list: fills, name: 'fills', more: [solid] },
    { list: fonts, name: 'fonts', more: [red] },
  ].reduce((text, { list, name, more }) => appended(text, list, `${prefix}${name}`, more), stylesXml)
  return { xml, reason: first + twins.length, title: first + twins.length + 1, filled }
}

type StyleList = { whole: string; open: string; items: string[] }

function listOf(xml: string, prefix: string, list: string, item: string): StyleList | undefined {
  const found = new RegExp(`(<${prefix}${list}(?:\\s[^>]*)?>)([\\s\\S]*?)</${prefix}${list}>`).exec(xml)
  if (found === null) return undefined
  const pattern = new RegExp(
    `<${prefix}${item}(?:\\s[^>]*)?/>|<${prefix}${item}(?:\\s(?:[^>]*[^/>])?)?>[\\s\\S]*?</${prefix}${item}>`,
    'g',
  )
  return { whole: found[0], open: found[1] ?? '', items: (found[2] ?? '').match(pattern) ?? [] }
}

function appended(xml: string, list: StyleList, name: string, more: readonly string[]): string {
  const open = list.open.replace(/\scount="\d*"/, ` count="${list.items.length + more.length}"`)
  const close = `</${name}>`
  const inside = list.whole.slice(list.open.length, -close.length)
  return xml.replace(list.whole, () => open + inside + more.join('') + close)
}

function withFill(format: string, fill: number): string {
  const bracket = format.indexOf('>')
  const tag = format.slice(0, bracket).replace(/\/$/, '')
  const selfClosed = format.charAt(bracket - 1) === '/'
  const bare = tag.replace(/\s(?:fillId|applyFill)=(?:"[^"]*"|'[^']*')/g, '')
  return `${bare} fillId="${fill}" applyFill="1"${selfClosed ? '/' : ''}${format.slice(bracket)}`
}

/** The workbook's standard font in dark red; the colour stands before the name (ECMA-376 part 1, 18.8.22). */
function recoloured(font: string, prefix: string): string {
  const size = attribute(new RegExp(`<${prefix}sz\\s[^>]*>`).exec(font)?.[0] ?? '', 'val') ?? '11'
  const name = new RegExp(`<${prefix}name\\s[^>]*/>`).exec(font)?.[0] ?? ''
  return `<${prefix}font><${prefix}sz val="${size}"/><${prefix}color rgb="${REASON_COLOUR}"/>${name}</${prefix}font>`
}
