import { sql } from 'kysely'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { FAR_VILLAGE, NEXT_VILLAGE, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { closeDayBooks } from '../days/close-day.ts'

export const [FIRST, SECOND, THIRD, FOURTH] = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const
/** 民族村 of 郑屯镇: in 兴义市 by GB code, in 义龙新区 as a reporting unit. */
export const YILONG_VILLAGE = '522301112204'

/** Moves the clock to a time of a day in Shanghai. */
export function goTo(api: RegistryApp, day: string, time = '10:00'): void {
  api.clock.set(Date.parse(`${day}T${time}:00+08:00`))
}

/** Closes a day at 22:00. */
export async function closeAt(api: RegistryApp, day: string): Promise<string> {
  goTo(api, day, '22:00')
  await api.recompute()
  return api.asSystem((tx) => closeDayBooks(tx, day, api.clock.now(), null))
}

/**
 * Four closed days of four villages. First: one works. Second: another is hired in the next village. Third: the first job
 * ends, and it becomes known that somebody in 普安 worked since January. Fourth: that job turns out to have ended on the
 * second day already, while a neighbour there is hired.
 */
export async function closeFourDays(api: RegistryApp): Promise<void> {
  goTo(api, FIRST)
  const { hired, late, neighbour, job } = await api.asSystem(async (tx) => {
    const person = async (division: string, segment: string) => {
      const household = await aHousehold(tx, { division, segments: [[segment, '2014-01-01']] })
      return { household, division, id: await aPerson(tx, household, { division }) }
    }
    const steady = await person(VILLAGE, 'poor')
    await person(YILONG_VILLAGE, 'edge')
    return {
      hired: await person(NEXT_VILLAGE, 'resettled'), late: await person(FAR_VILLAGE, 'poor'), neighbour: await person(FAR_VILLAGE, 'poor'),
      job: await anEpisode(tx, steady.household, steady.id, { start: '2026-01-05', evidence: [['visit', '2026-11-20']] }),
    }
  })
  type Person = typeof late
  const hire = ({ household, id, division }: Person, start: string, seen: string) =>
    api.asSystem((tx) => anEpisode(tx, household, id, { division, start, evidence: [['visit', seen]] }))
  const end = (episode: string, day: string) => api.asSystem((tx) => sql`update registry.episode set end_on = ${day} where id = ${episode}`.execute(tx))
  await closeAt(api, FIRST)
  await hire(hired, SECOND, SECOND)
  await closeAt(api, SECOND)
  await end(job, SECOND)
  const known = await hire(late, '2026-01-05', '2026-11-20')
  await closeAt(api, THIRD)
  await end(known, SECOND)
  await hire(neighbour, FOURTH, FOURTH)
  await closeAt(api, FOURTH)
}
