import type { DemoHousehold, DemoPerson, Prefecture } from './model.ts'
import { educationBucket } from './people/schooling.ts'

/** What a pass over a prefecture counts; every given figure of profile.ts is a ratio or sum of these. */
export type Tally = {
  persons: number
  households: number
  counts: Map<string, number>
  /** Sum, sum of squares and number of a quantity. */
  moments: Map<string, [number, number, number]>
}

/** Counts a prefecture once, village by village. */
export function tallyPrefecture(prefecture: Prefecture): Tally {
  const tally: Tally = { persons: 0, households: 0, counts: new Map(), moments: new Map() }
  for (const households of prefecture.households())
    for (const household of households) tallyHousehold(tally, household)
  return tally
}

function add(tally: Tally, key: string, by = 1): void {
  tally.counts.set(key, (tally.counts.get(key) ?? 0) + by)
}

function addMoment(tally: Tally, key: string, value: number): void {
  const row = tally.moments.get(key)
  if (row === undefined) tally.moments.set(key, [value, value * value, 1])
  else {
    row[0] += value
    row[1] += value * value
    row[2]++
  }
}

function tallyHousehold(tally: Tally, household: DemoHousehold): void {
  const { class: of, members, village } = household
  const poor = of === 'poor' || of === 'resettledPoor'
  const resettled = of === 'resettledPoor' || of === 'resettledOther'
  const labourers = members.reduce((sum, { labourer }) => sum + (labourer ? 1 : 0), 0)
  tally.households++
  tally.persons += members.length
  const put = (key: string) => {
    add(tally, `${key}/households`)
    add(tally, `${key}/persons`, members.length)
    add(tally, `${key}/labourers`, labourers)
    if (labourers > 0) add(tally, `${key}/labourHouseholds`)
  }
  put(`county/${village.countyCode}`)
  put(`class/${of}`)
  if (poor) put('poor')
  if (resettled) put('resettled')
  if (resettled) add(tally, `year/${household.resettledYear}`)
  if (household.site !== undefined) add(tally, `site/${household.site.name}/${village.code}`)
  if (household.site !== undefined) add(tally, `area/${household.site.area}`)
  if (!resettled && !village.urban && !poor) put('rural')
  if (household.type === '01') put('left')
  if (household.type === '01') put(`left/${village.countyCode}`)
  if (of !== 'ordinary') put('target')
  for (const person of members) tallyPerson(tally, person, household)
}

function tallyPerson(tally: Tally, person: DemoPerson, { village, class: of }: DemoHousehold): void {
  const { age } = person
  add(tally, age < 15 ? 'age/under15' : age < 60 ? 'age/from15To59' : 'age/over59')
  if (person.sex === '男') add(tally, 'male')
  add(tally, `ethnic/${person.ethnic}`)
  add(tally, `ethnic/${village.countyCode}/${person.ethnic}`)
  if (!person.idNo.startsWith('522399')) add(tally, 'foreignIds')
  if (!person.labourer) return
  add(tally, 'labourers')
  add(tally, `education/${educationBucket(person.education ?? '')}`)
  if (of !== 'ordinary') tallyWork(tally, person)
  const job = person.work?.current
  if (job === undefined) return
  add(tally, 'jobs')
  if (job.area === 'post') add(tally, 'posts')
  const track = job.area === 'out_of_province' || job.area === 'province' ? 'out' : 'local'
  if (track === 'out') {
    add(tally, 'out')
    add(tally, `channel/${job.channel}`)
  }
  if (job.area === 'post' || job.form === '就业扶贫车间') return
  addMoment(tally, `wage/${track}`, job.wage)
  addMoment(tally, `logWage/${job.industry}/${job.form}/${track}/${person.sex}`, Math.log(job.wage))
}

function tallyWork(tally: Tally, { work }: DemoPerson): void {
  if (work === undefined) return
  add(tally, `work/${work.area}`)
  if (work.current !== undefined) add(tally, 'targetEmployed')
  const last = work.current ?? work.past.at(-1)
  if (work.area === 'out_of_province' && last?.destination !== undefined) {
    add(tally, 'destinations')
    add(tally, `destination/${last.destination}`)
  }
  if (work.area === 'out_of_province' || work.area === 'province') {
    add(tally, 'outWorkers')
    if (work.current !== undefined) add(tally, 'outWorkersBack')
  }
}
