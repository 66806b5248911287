import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { describe, expect, it } from 'vitest'
import { PARAMETER_FIELDS } from './parameter-fields.ts'

describe('the page of definitions', () => {
  it('shows every parameter of the contract exactly once', () => {
    expect(PARAMETER_FIELDS.map(({ key }) => key).sort()).toEqual(Object.keys(DEFAULT_PARAMETERS).sort())
  })

  it('names every default code by its list and allows every default number', () => {
    for (const field of PARAMETER_FIELDS) {
      if (field.kind === 'number') {
        expect(DEFAULT_PARAMETERS[field.key], field.key).toBeGreaterThanOrEqual(field.least)
        expect(DEFAULT_PARAMETERS[field.key], field.key).toBeLessThanOrEqual(field.most)
      } else {
        const codes = field.kind === 'code' ? [DEFAULT_PARAMETERS[field.key]] : DEFAULT_PARAMETERS[field.key]
        for (const code of codes) expect(field.list.map((entry) => entry.code), field.key).toContain(code)
      }
    }
  })
})
