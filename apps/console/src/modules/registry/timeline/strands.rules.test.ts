import { describe, expect, it } from 'vitest'
import { placeSpans, toneOf, trainingSpans } from './strands.rules.ts'

const TODAY = '2026-11-24'
const proof = (onDate: string, freshUntil: string) => ({
  id: onDate,
  kind: 'phone',
  grade: 'c' as const,
  onDate,
  freshUntil,
  amount: null,
  note: null,
  recordedAt: onDate,
})

describe('strands of a person', () => {
  it('S86 draws an open job by its freshest evidence', () => {
    const job = { id: 'j', startOn: '2026-03-01', endOn: null }
    expect(
      toneOf(
        { ...job, evidence: [proof('2026-11-02', '2026-12-17'), proof('2026-03-01', '2026-04-15')] },
        TODAY,
      ),
    ).toBe('open')
    expect(toneOf({ ...job, evidence: [proof('2026-09-01', '2026-10-16')] }, TODAY)).toBe('stale')
    expect(toneOf({ ...job, evidence: [] }, TODAY)).toBe('stale')
    expect(
      toneOf({ ...job, endOn: '2026-10-01', evidence: [proof('2026-11-02', '2026-12-17')] }, TODAY),
    ).toBe('past')
  })

  it('S86 joins jobs that follow each other at one place', () => {
    const at = (id: string, startOn: string, endOn: string | null, label: string) => ({
      id,
      startOn,
      endOn,
      label,
      area: '04',
      placeCode: '330200',
    })
    expect(
      placeSpans(
        [
          at('2', '2026-05-01', null, 'N'),
          at('1', '2026-01-01', '2026-04-30', 'N'),
          at('0', '2025-01-01', '2025-12-01', 'S'),
        ],
        TODAY,
      ),
    ).toMatchObject([
      { key: '0', to: '2025-12-01' },
      { key: '1', from: '2026-01-01', to: TODAY },
    ])
  })

  it('S86 leaves out a course nobody dated', () => {
    const course = { id: 'c', course: 'C', kind: null, result: null, certificate: null }
    expect(
      trainingSpans([
        { ...course, fromOn: null, toOn: null },
        { ...course, fromOn: null, toOn: '2026-05-02' },
      ]),
    ).toEqual([{ key: 'c', from: '2026-05-02', to: '2026-05-02', label: 'C' }])
  })
})
