import { readCitizenId } from '@anye/codes/citizen-id'
import { ageOn, daysBetween } from '@anye/kernel/calendar-date'
import { describe, expect, test } from 'vitest'
import { compareFigures, returnedBy } from './figures.ts'
import { tallyPrefecture } from './measure.ts'
import type { DemoHousehold, DemoPerson, PrefectureOptions } from './model.ts'
import { generatePrefecture } from './prefecture.ts'
import { TOLERATED_SIGMAS, deviation } from './print-figures.ts'
import { RETURN_CURVE } from './profile.ts'

const TODAY: PrefectureOptions = { scale: 0.01, seed: 7, asOf: '2026-11-24', era: 'today' }
const SPRING: PrefectureOptions = { scale: 0.01, seed: 7, asOf: '2020-03-10', era: '2020' }

const figuresOf = (options: PrefectureOptions) => {
  const prefecture = generatePrefecture(options)
  return compareFigures(prefecture, tallyPrefecture(prefecture))
}

describe.each([
  ['today', TODAY],
  ['the spring of 2020', SPRING],
] as const)('every given figure of DOMAIN §9, %s', (_, options) => {
  test.each(figuresOf(options).map((figure) => [figure.name, figure] as const))('%s', (_name, figure) => {
    expect(Math.abs(deviation(figure))).toBeLessThan(TOLERATED_SIGMAS)
  })
})

test.each(RETURN_CURVE)('by %s the given share of out-workers is back', (asOf, share) => {
  const tally = tallyPrefecture(generatePrefecture({ ...SPRING, asOf, scale: 0.005 }))
  const count = (key: string) => tally.counts.get(key) ?? 0
  expect(returnedBy(asOf)).toBeCloseTo(share)
  // Standard error of the share, with the village's part in it.
  const sigma = 1.5 * Math.sqrt(Math.max(share * (1 - share), 0.002) / count('outWorkers'))
  expect(Math.abs(count('outWorkersBack') / count('outWorkers') - share)).toBeLessThan(4 * sigma)
})

const everyone = (options: PrefectureOptions): DemoHousehold[] =>
  [...generatePrefecture(options).households()].flat()
const households = everyone({ ...TODAY, scale: 0.005 })
const persons = households.flatMap(({ members }) => members)

/** Those who break a rule, by what a reader needs to find them. */
const offenders = (breaks: (person: DemoPerson) => boolean) =>
  persons.filter(breaks).map(({ no, name, age }) => `${no} ${name} ${age}`)

describe('people', () => {
  test('who married in have sometimes left the hukou at home: spouses and children-in-law only, never the resettled, two of a hundred marriages', () => {
    const elsewhere = households.flatMap((household) => household.members.filter(({ hukou }) => hukou).map((person) => ({ household, person })))
    const married = persons.filter(({ relation }) => ['配偶', '之儿媳', '之女婿'].includes(relation))
    expect(new Set(elsewhere.map(({ person }) => person.relation))).toEqual(new Set(['配偶', '之儿媳', '之女婿']))
    expect(elsewhere.every(({ household }) => household.site === undefined)).toBe(true)
    expect(elsewhere.length / married.length).toBeGreaterThan(0.01)
    expect(elsewhere.length / married.length).toBeLessThan(0.05)
  })

  test('have one valid synthetic ID each, which agrees with sex and birth', () => {
    const readings = persons.map(({ idNo }) => readCitizenId(idNo, { synthetic: true }))
    expect(readings.filter((reading) => !reading.ok)).toEqual([])
    expect(new Set(persons.map(({ idNo }) => idNo)).size).toBe(persons.length)
    expect(
      offenders(
        ({ idNo, sex, birth }) =>
          (Number(idNo[16]) % 2 === 1) !== (sex === '男') || idNo.slice(6, 14) !== birth.replaceAll('-', ''),
      ),
    ).toEqual([])
  })

  test('share no phone and use the unallocated prefix', () => {
    const phones = persons.flatMap(({ phone }) => phone ?? [])
    expect(new Set(phones).size).toBe(phones.length)
    expect(phones.every((phone) => /^154\d{8}$/.test(phone))).toBe(true)
  })

  test('have the age that their birthday gives on the as-of date', () => {
    expect(offenders(({ birth, age }) => Math.abs(ageOn(birth, TODAY.asOf) - age) > 0)).toEqual([])
  })

  test('V07 fills exactly one of education and school', () => {
    expect(
      offenders(({ education, inSchool }) => (education === undefined) === (inSchool === undefined)),
    ).toEqual([])
  })

  test('V08 V09 work only when they are labourers of working age', () => {
    expect(
      offenders(
        ({ labourer, age, labourSkill, popClass }) =>
          labourer !==
          (age >= 16 &&
            age < 60 &&
            ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力'].includes(labourSkill) &&
            popClass === '适龄劳动'),
      ),
    ).toEqual([])
    expect(offenders(({ labourer, work }) => labourer !== (work !== undefined))).toEqual([])
  })

  test('V11 V12 never worked before 16, and jobs follow each other', () => {
    expect(
      offenders(({ birth, work }) =>
        [...(work?.past ?? []), ...(work?.current ? [work.current] : [])].some((job, index, all) => {
          const previous = all[index - 1]
          return (
            ageOn(birth, job.from) < 16 ||
            (job.to !== undefined && job.to < job.from) ||
            (previous?.to !== undefined && previous.to > job.from)
          )
        }),
      ),
    ).toEqual([])
  })

  test('work away only where it is not their own county', () => {
    const away = households.flatMap(({ village, members }) =>
      members.flatMap(({ work }) =>
        work?.current?.area === 'province' && work.current.placeCode === village.countyCode ? [work] : []),
    )
    expect(away).toEqual([])
  })

  test('end nothing and check nothing after the as-of date', () => {
    expect(
      offenders(({ work }) =>
        [...(work?.past ?? []), ...(work?.current ? [work.current] : [])].some(
          ({ from, to, verifiedOn }) =>
            from > TODAY.asOf || verifiedOn > TODAY.asOf || (to !== undefined && to > TODAY.asOf),
        ),
      ),
    ).toEqual([])
  })

  test('some evidence is older than the 45 days it is good for, most is not', () => {
    const ages = persons.flatMap(({ work }) =>
      work?.current ? [daysBetween(work.current.verifiedOn, TODAY.asOf)] : [],
    )
    const stale = ages.filter((age) => age > 45).length / ages.length
    expect(stale).toBeGreaterThan(0.02)
    expect(stale).toBeLessThan(0.15)
  })
})

describe('households', () => {
  test('V06 have one head and at most one spouse, of the other sex', () => {
    const wrong = households.filter(({ members }) => {
      const spouses = members.filter(({ relation }) => relation === '配偶')
      return (
        members.filter(({ relation }) => relation === '户主').length !== 1 ||
        spouses.length > 1 ||
        spouses[0]?.sex === members[0]?.sex
      )
    })
    expect(wrong).toEqual([])
  })

  test('have children 19 to 42 years younger than the head and parents older', () => {
    const gaps = households.flatMap(({ members }) =>
      members.map(({ relation, age }) => ({ relation, gap: (members[0]?.age ?? 0) - age })),
    )
    const wrong = gaps.filter(({ relation, gap }) => {
      if (relation === '之子' || relation === '之女') return gap < 19 || gap > 42
      return (relation === '之父' || relation === '之母') && gap > -15
    })
    expect(wrong).toEqual([])
  })

  test('of every township and village appear at scale 0.005, and every township at 0.0003', () => {
    expect(new Set(households.map(({ village }) => village.code)).size).toBe(1_294)
    const few = everyone({ ...TODAY, scale: 0.0003 })
    expect(new Set(few.map(({ village }) => village.townshipCode)).size).toBe(140)
  })
})

test('the same options give the same people, another seed gives others', () => {
  const small = { ...TODAY, scale: 0.001 }
  expect(everyone(small)).toEqual(everyone(small))
  expect(everyone({ ...small, seed: 8 })[0]).not.toEqual(everyone(small)[0])
})

test('resettled people live on 68 sites in 36 areas', () => {
  const sites = households.flatMap(({ site, village }) =>
    site === undefined ? [] : [{ ...site, village: village.code }],
  )
  expect(new Set(sites.map(({ village }) => village)).size).toBe(68)
  expect(new Set(sites.map(({ area }) => area)).size).toBe(36)
})
