import { describe, expect, it } from 'vitest'
import type { Role } from '@anye/contract/access'
import { actorOf } from '../../../platform/actor.ts'
import { signRefusal } from './sign.rules.ts'
import { sampleFacts } from '../testing/sample-facts.ts'
import { reportContent } from './report-content.rules.ts'
import { reportDigest } from './report-digest.ts'
import { contentFor } from './viewer.rules.ts'

const someone = (role: Role, unitCode: string | null, scope: string[]) =>
  actorOf({ userId: 'u1', userName: 'u', name: '某', mustChangePassword: false }, [{ role, unitCode, scope }])
const draft = { unitCode: '522323', state: 'draft' as const, compiledBy: 'u2' }

describe('who signs', () => {
  it('S7 lets a chief of the unit sign and one of the prefecture', () => {
    expect(signRefusal(someone('county_chief', '522323', ['522323']), draft)).toBeNull()
    expect(signRefusal(someone('prefecture_chief', null, ['5223']), draft)).toBeNull()
  })
  it('refuses another county, offices, and a county for the prefecture', () => {
    expect(signRefusal(someone('county_chief', '522324', ['522324']), draft)).toBe('forbidden')
    expect(signRefusal(someone('county_office', '522323', ['522323']), draft)).toBe('forbidden')
    expect(signRefusal(someone('county_chief', '522323', ['522323']), { ...draft, unitCode: '5223' })).toBe(
      'forbidden',
    )
  })
  it('separates who compiled from who signs, and never signs twice', () => {
    expect(signRefusal(someone('county_chief', '522323', ['522323']), { ...draft, compiledBy: 'u1' })).toBe(
      'separation_of_duties',
    )
    expect(signRefusal(someone('county_chief', '522323', ['522323']), { ...draft, state: 'signed' })).toBe(
      'report_signed',
    )
  })
})

describe('what is signed', () => {
  const content = reportContent(sampleFacts())

  it('does not depend on the order of keys, and differs with any content or note', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content
    expect(reportDigest({ content: turned, notes: [] })).toBe(reportDigest({ content, notes: [] }))
    expect(reportDigest({ content: { ...content, number: 4 }, notes: [] })).not.toBe(
      reportDigest({ content, notes: [] }),
    )
    const note = { id: 'n', section: 'tasks' as const, text: '补充', by: '某', at: '' }
    expect(reportDigest({ content, notes: [note] })).not.toBe(reportDigest({ content, notes: [] }))
  })
})

describe('what a reader sees', () => {
  const content = reportContent(sampleFacts())
  const names = (seesRows: boolean, fieldLevel: 'F1' | 'F2' | 'F3') =>
    contentFor(content, { seesRows, fieldLevel }).zeroAnnex.map(({ headName }) => headName)

  it('has no annex without the permission to see rows, and names masked by level', () => {
    expect(names(false, 'F3')).toEqual([])
    expect([names(true, 'F1'), names(true, 'F2'), names(true, 'F3')]).toEqual([['—'], ['韦*试'], ['韦测试']])
    expect(contentFor(content, { seesRows: false, fieldLevel: 'F3' }).zeroAnnexTotal).toBe(3)
  })
})
