import type { ThemeConfig } from 'antd'

/**
 * Colours of the console. The same values stand in `tokens.css` for plain CSS; `theme.test.ts` compares
 * the two. State colours mean state and nothing else, and never stand without a shape or a word.
 */
export const palette = {
  ink: '#1F2933',
  'ink-2': '#52606D',
  'ink-3': '#7B8794',
  paper: '#FFFFFF',
  'paper-2': '#F7F6F3',
  'paper-3': '#EFEDE8',
  hairline: '#DEDBD4',
  accent: '#0B5563',
  'accent-soft': '#E6EFF0',
  'on-plan': '#2F7D4F',
  behind: '#C77700',
  'far-behind': '#B3261E',
  'no-data': '#9AA5B1',
  'map-1': '#DCE9EA',
  'map-2': '#AFCDD1',
  'map-3': '#78A9B0',
  'map-4': '#3E7C87',
  'map-5': '#0B5563',
} as const

/** System Chinese fonts first; the self-hosted variable font only where a machine has none. */
export const fontFamily =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", ' +
  '"HarmonyOS Sans SC", "Noto Sans SC Variable", system-ui, sans-serif'

/** Ant Design 6 tokens: light only, 8 px grid, 14 px, square-ish corners, no shadows on paper. */
const antTheme: ThemeConfig = {
  token: {
    colorPrimary: palette.accent,
    colorLink: palette.accent,
    colorInfo: palette.accent,
    colorSuccess: palette['on-plan'],
    colorWarning: palette.behind,
    colorError: palette['far-behind'],
    colorTextBase: palette.ink,
    // Lighter than what is filled in, yet readable: 4.6 : 1 on paper.
    colorTextPlaceholder: '#6B7785',
    colorTextDisabled: palette['ink-3'],
    colorBgBase: palette.paper,
    colorBgLayout: palette['paper-2'],
    colorBorder: '#C9C5BC',
    colorBorderSecondary: palette.hairline,
    fontFamily,
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 32,
    fontWeightStrong: 600,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Form: { itemMarginBottom: 24, labelColor: palette['ink-2'] },
    Segmented: { trackBg: palette['paper-3'], itemSelectedColor: palette.accent },
    Tabs: { horizontalMargin: '0 0 16px 0' },
  },
}

/** The theme, without animations for who wants none. */
export function themeFor({ calm }: { calm: boolean }): ThemeConfig {
  return calm ? { ...antTheme, token: { ...antTheme.token, motion: false } } : antTheme
}
