import { compactText } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Reading } from './cell.ts'

export type BooleanReading = Reading<{ value: boolean }, 'missing' | 'unreadable'>

const YES = /^(是|有|对|真|享受|已享受|已|√|✓|✔|☑|1|1\.0+|y|yes|true|t|o|○)$/iu
const NO = /^(否|不是|非|没|未|未享受|不享受|×|✗|✘|x|0|0\.0+|n|no|false|f|无|没有)$/iu

/**
 * Reads a yes/no cell (DOMAIN §3.3-13): 是 否 有 无 √ × 1 0. An empty cell is missing, not no: the owner is
 * asked, or the column's own default applies.
 */
export function readBoolean(cell: CellInput): BooleanReading {
  if (typeof cell === 'boolean') return { ok: true, value: cell }
  const text = compactText(cellText(cell))
  if (YES.test(text)) return { ok: true, value: true }
  if (NO.test(text)) return { ok: true, value: false }
  // 低保户 in the column 是否低保 says yes in its own words; 非低保户 says no.
  if (/^(非|不是|未纳入)/u.test(text)) return { ok: true, value: false }
  if (/^(是|有|已|√)/u.test(text) && !/否|无/u.test(text)) return { ok: true, value: true }
  return faultOf(isEmptyCell(cell) ? 'missing' : 'unreadable', cell)
}
