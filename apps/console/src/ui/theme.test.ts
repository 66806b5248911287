import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontFamily, palette } from './theme.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const inCss = Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9A-F]{6});/g)].map((m) => [m[1], m[2]]))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('colours', () => {
  it('are the same in the Ant Design theme and in plain CSS', () => {
    expect(inCss).toEqual(palette)
    expect(css).toContain(fontFamily)
  })

  it('keep text readable on every paper (WCAG 2.2 AA, 4.5:1)', () => {
    for (const paper of [palette.paper, palette['paper-2'], palette['paper-3']]) {
      expect(contrast(palette.ink, paper)).toBeGreaterThan(10)
      expect(contrast(palette['ink-2'], paper)).toBeGreaterThan(4.5)
      expect(contrast(palette.accent, paper)).toBeGreaterThan(4.5)
    }
  })

  it('keep state shapes visible on white (WCAG 2.2 non-text, 3:1)', () => {
    for (const state of ['on-plan', 'behind', 'far-behind'] as const) {
      expect(contrast(palette[state], palette.paper)).toBeGreaterThan(3)
    }
  })

  it('darken step by step on the map', () => {
    const steps = (['map-1', 'map-2', 'map-3', 'map-4', 'map-5'] as const).map((step) => luminance(palette[step]))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
  })
})
