import type { CounterKey } from '@anye/contract/indicators/counters'

/** What stands for a village: its counters, and a digest of the states of its households and labourers. */
export type VillageSnapshot = { counters: Partial<Record<CounterKey, number>>; states: string }

/** A village that stood otherwise than its facts say. `states` tells that members differ even where no number does. */
export type VillageDifference = { division: string; counters: { key: CounterKey; before: number; after: number }[]; states: boolean }

const NOTHING: VillageSnapshot = { counters: {}, states: '' }

/** Villages whose snapshots differ, with the counters that moved. */
export function differencesOf(before: ReadonlyMap<string, VillageSnapshot>, after: ReadonlyMap<string, VillageSnapshot>): VillageDifference[] {
  const divisions = [...new Set([...before.keys(), ...after.keys()])].sort()
  return divisions.flatMap((division) => {
    const [stood, stands] = [before.get(division) ?? NOTHING, after.get(division) ?? NOTHING]
    const keys = [...new Set([...Object.keys(stood.counters), ...Object.keys(stands.counters)])].sort() as CounterKey[]
    const counters = keys
      .map((key) => ({ key, before: stood.counters[key] ?? 0, after: stands.counters[key] ?? 0 }))
      .filter((counter) => counter.before !== counter.after)
    const states = stood.states !== stands.states
    return states || counters.length > 0 ? [{ division, counters, states }] : []
  })
}
