import { PERMISSIONS } from '@anye/contract/access'
import { describe, expect, it } from 'vitest'
import { permissionGroups } from './permission-groups.ts'

describe('the matrix of permissions', () => {
  it('shows every permission of the contract exactly once', () => {
    const shown = permissionGroups().flatMap(({ permissions }) => permissions)
    expect([...shown].sort()).toEqual([...PERMISSIONS].sort())
  })
})
