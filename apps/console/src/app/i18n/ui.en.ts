import type { uiZh } from './ui.zh-CN.ts'

export const uiEn = {
  'plan.on_plan': 'On plan',
  'plan.behind': 'Behind',
  'plan.far_behind': 'Far behind',
  'plan.no_data': 'No data',

  'figure.delta.up': 'Up {value} since {since}',
  'figure.delta.down': 'Down {value} since {since}',
  'figure.delta.same': 'Same as {since}',
  'figure.open': 'Open the records: {name}',

  'table.columns': 'Columns',
  'table.columns.reset': 'Default columns',
  'table.previous': 'Previous',
  'table.next': 'Next',
  'table.range': '{from}–{to} of {total}',
  'table.range.open': '{from}–{to}',
  'table.sort.ascending': '{name}: ascending, click again for descending',
  'table.sort.descending': '{name}: descending, click again for ascending',
  'table.sort.none': 'Sort by {name}',

  'map.legend': 'Legend',
  'map.noData': 'No data',
  'map.describe': 'Map of {title}, {count} units; the values are in the table on this page',
  'map.open': '{name}: {value}; click to see the units below',
  'map.source': 'Boundaries: Tianditu, the state map service; for orientation only',

  'view.print': 'Print',
  'view.fullScreen': 'Full screen',
  'view.fullScreen.leave': 'Leave full screen',

  'unit.household': 'households',
  'unit.household.short': 'hh',
  'unit.person': 'people',
  'unit.case': 'needs',
  'unit.percent': '%',
  'unit.point': 'pp',
} satisfies Record<keyof typeof uiZh, string>
