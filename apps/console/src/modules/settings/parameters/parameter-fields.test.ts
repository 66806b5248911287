import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { describe, expect, it } from 'vitest'
import { PARAMETER_FIELDS } from './parameter-fields.ts'
import type { ParameterField } from './parameter-fields.ts'

describe('the page of definitions', () => {
  it('shows every parameter of the contract exactly once', () => {
    expect(PARAMETER_FIELDS.map(({ key }) => key).sort()).toEqual(Object.keys(DEFAULT_PARAMETERS).sort())
  })

  it('names every default code by its list and allows every default number', () => {
    const unfit = PARAMETER_FIELDS.filter((field) => !fits(field)).map(({ key }) => key)
    expect(unfit).toEqual([])
  })
})

function fits(field: ParameterField): boolean {
  if (field.kind === 'flag') return typeof DEFAULT_PARAMETERS[field.key] === 'boolean'
  if (field.kind === 'number') {
    const value = DEFAULT_PARAMETERS[field.key]
    return field.least <= value && value <= field.most
  }
  const known = field.list.map(({ code }) => code)
  const codes = field.kind === 'code' ? [DEFAULT_PARAMETERS[field.key]] : DEFAULT_PARAMETERS[field.key]
  return codes.every((code) => known.includes(code))
}
