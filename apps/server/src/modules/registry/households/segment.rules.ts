import type { Segment } from '@anye/contract/registry/households/endpoints'
import type { z } from 'zod'

export type SegmentKind = z.infer<typeof Segment>['kind']

const OF_TYPE: Readonly<Record<string, SegmentKind>> = {
  '01': 'poor', '02': 'ex_poor', '03': 'monitored', '04': 'edge', '05': 'sudden_hardship',
}

/** Segments follow from type and resettlement (S30): what a household of this type is in from the day it is so. */
export function segmentKindsOf(household: { type: string; resettled: boolean }): SegmentKind[] {
  return [OF_TYPE[household.type] ?? 'ordinary', ...(household.resettled ? ['resettled' as const] : [])]
}
