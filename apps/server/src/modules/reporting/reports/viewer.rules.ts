import type { FieldLevel } from '@anye/contract/access'
import type { ReportContent } from '@anye/contract/reporting/report'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'

/**
 * The content as one viewer may see it: without permission to see rows there is no annex, only its total;
 * names are masked by field level. What is stored and signed stays whole.
 */
export function contentFor(
  content: ReportContent,
  viewer: { seesRows: boolean; fieldLevel: FieldLevel },
): ReportContent {
  const rows = viewer.seesRows ? content.zeroAnnex : []
  return {
    ...content,
    zeroAnnex: rows.map((row) => ({
      ...row,
      headName: maskFor(viewer.fieldLevel, 'name', row.headName) ?? '—',
    })),
  }
}
