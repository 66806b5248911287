import { describe, expect, it } from 'vitest'
import { ISSUE_TEXTS, isIssueCode, issueSentence, worseLevel, type IssueCode } from './roster-issue.ts'

const codes = Object.keys(ISSUE_TEXTS) as IssueCode[] // the keys of a literal table
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort()

describe('import issues', () => {
  it('name a rule of the domain and speak both languages with the same values', () => {
    for (const code of codes) {
      const { rule, zh, en } = ISSUE_TEXTS[code]
      expect(rule, code).toMatch(/^(?:V0[1-9]|V1[0-6]|V2[45]|D3\.3-(?:[1-9]|1[0-5]))$/u)
      expect(zh, code).toMatch(/。$/u)
      const extra = placeholders(en).filter((name) => !placeholders(zh).includes(name))
      expect(extra, code).toEqual([])
    }
  })

  it('cover every rule of an import', () => {
    const rules = new Set(codes.map((code) => ISSUE_TEXTS[code].rule))
    for (let number = 1; number <= 16; number++) {
      expect(rules, `V${number}`).toContain(`V${String(number).padStart(2, '0')}`)
    }
    expect(rules).toContain('V24')
    expect(rules).toContain('V25')
  })

  it('fill in the title and the values, and nothing for a value that is absent', () => {
    expect(issueSentence({ code: 'id_check', field: 'idNo', values: { raw: '123' } })).toContain('“123”')
    const unreadable = { code: 'date_unreadable', field: 'workFrom', values: { raw: '年后' } } as const
    expect(issueSentence(unreadable)).toMatch(/^务工开始时间“年后”/u)
    expect(issueSentence(unreadable, 'en')).toMatch(/^Working since: "年后"/u)
    expect(issueSentence({ code: 'division_unknown', field: 'village', values: { raw: '某村' } })).not.toContain('{')
    expect(isIssueCode('id_check')).toBe(true)
    expect(isIssueCode('shoe_size')).toBe(false)
  })

  it('order levels from accepted to rejected', () => {
    expect(worseLevel('accepted', 'warned')).toBe('warned')
    expect(worseLevel('rejected', 'queried')).toBe('rejected')
  })
})
