import type { PackStorage } from '@anye/pack/storage/pack-storage'
import { readIndexRows } from '@anye/pack/today/index-row'
import { callEndpoint, Refused } from '../../app/server.ts'

/** What a card's code leads to. `elsewhere`: a card of ours whose household is not in this pack; `replaced`: it holds no more. */
export type CardAnswer = { kind: 'here'; householdId: string; replaced: boolean } | { kind: 'elsewhere' } | { kind: 'unknown' } | { kind: 'unreachable' }

/**
 * The household of a card, from the pack and without a network where it can be; an old paper is known to the server alone.
 * @throws Refused when the server refuses for another reason than not knowing it
 */
export async function findCard(storage: PackStorage, token: string): Promise<CardAnswer> {
  const rows = readIndexRows(await storage.readIndex())
  const own = rows.find(({ card }) => card === token)
  if (own !== undefined) return { kind: 'here', householdId: own.id, replaced: false }
  try {
    const { householdId } = await callEndpoint<{ householdId: string }>('cards.card.find', { token })
    return rows.some(({ id }) => id === householdId) ? { kind: 'here', householdId, replaced: true } : { kind: 'elsewhere' }
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_found') return { kind: 'unknown' }
    if (error instanceof TypeError || (error instanceof Refused && error.code === 'unreachable')) return { kind: 'unreachable' }
    throw error
  }
}
