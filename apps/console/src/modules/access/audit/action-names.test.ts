import { contract } from '@anye/contract/contract'
import type { EndpointMeta } from '@anye/contract/endpoint'
import { RAW_ENDPOINTS } from '@anye/contract/raw-endpoints'
import { describe, expect, it } from 'vitest'
import { ACTIONS, SENSITIVE } from './action-names.ts'

/** Written by the log-in and by the command line, which are no endpoints. */
const BESIDE_ENDPOINTS =
  /^access\.(session\.(open|close|idle_out|second_factor|hand_over)|second_factor\.\w+|device\.(register|wipe)|command_line\.\w+)$/

function metasOf(router: object): EndpointMeta[] {
  return Object.values(router).flatMap((entry) => {
    const meta: EndpointMeta | undefined = entry['~orpc']?.meta
    return meta ? [meta] : metasOf(entry)
  })
}

const metas = [...metasOf(contract), ...RAW_ENDPOINTS]

describe('names in the audit', () => {
  it('exist for every endpoint and for nothing that is gone', () => {
    const named = ACTIONS.filter((action) => !BESIDE_ENDPOINTS.test(action))
    expect(metas.length).toBeGreaterThan(50)
    expect([...named].sort()).toEqual(metas.map(({ id }) => id).sort())
  })

  it('mark exactly the sensitive reads of the contract, and the reveal', () => {
    const sensitive = new Set(metas.filter((meta) => meta.sensitive).map(({ id }) => id)).add(
      'registry.person.reveal',
    )
    expect([...SENSITIVE].sort()).toEqual([...sensitive].sort())
  })
})
