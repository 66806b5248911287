import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReportContent } from '@anye/contract/reporting/report'
import { aHousehold } from '../../../../test/builders/registry.ts'
import { closeToday, closeTwoDays, PUAN_HOUSEHOLDS, QINGLONG_HOUSEHOLDS } from '../testing/closed-days.ts'
import {
  closeOf,
  FIRST_DAY,
  PUAN,
  QINGLONG,
  reportingUnderTest,
  SECOND_DAY,
  type ReportingUnderTest,
} from '../testing/reporting-under-test.ts'
import { compileReportIn } from './compile-report.ts'
import { textOf } from './figure.rules.ts'

let test: ReportingUnderTest
let village = ''
beforeAll(async () => {
  test = await reportingUnderTest()
  village = (await closeTwoDays(test)).puanVillage
})
afterAll(() => test.close())

const compile = (unit: string, day: string, by: string | null = null) =>
  test.everywhere((tx) =>
    compileReportIn(tx, { unit, day, by, at: test.clock.now(), synthetic: true, newId: test.nextId }),
  )

describe('a report of the prefecture', () => {
  it('S15 says what the books of the closed day say, in the shape of the contract', async () => {
    const { content } = await compile('5223', SECOND_DAY)
    expect(ReportContent.parse(content)).toEqual(content)
    expect(content).toMatchObject({
      title: '黔西南州就业全覆盖攻坚行动战报',
      issuer: '黔西南州就业全覆盖攻坚行动指挥部办公室',
      era: '2023',
      synthetic: true,
      base: { month: '2026-11', frozenOn: FIRST_DAY, households: PUAN_HOUSEHOLDS + QINGLONG_HOUSEHOLDS },
    })
    expect(content.ledgerHead).toMatch(/^[0-9a-f]{64}$/)
    const [a, , zero] = content.headline.figures
    expect(a).toMatchObject({ key: 'A', numerator: 31, denominator: 36, value: 86.11, change: 2.78 })
    expect(zero).toMatchObject({ key: 'zero', numerator: 5, change: -1 })
    expect(textOf(content.headline.sentences[0] ?? [])).toBe(
      '截至2026年11月24日封账，黔西南州有劳动力的脱贫户36户，其中一户一人以上稳定就业31户，稳定就业率86.11%，较上日上升2.78个百分点；尚有5户未实现稳定就业。',
    )
  })

  it('lists nine units, ranks those with a base of 30 and leaves the others unranked', async () => {
    const { content } = await compile('5223', SECOND_DAY)
    expect(content.units.rows).toHaveLength(9)
    expect(content.units.rows[0]).toMatchObject({
      place: { code: PUAN },
      base: 32,
      rank: 1,
      rankChange: 0,
      employed: 31,
      employedChange: 1,
      zero: 1,
      zeroChange: -1,
    })
    expect(content.units.rows.find(({ place }) => place.code === QINGLONG)).toMatchObject({
      base: 4,
      rank: null,
      rankChange: null,
      zero: 4,
    })
    expect(content.units.rows.map(({ place }) => place.code).slice(-2)).toEqual(['522326', '5223-YL'])
    expect(content.bottom.rows.map(({ unitName }) => unitName)).toEqual(['普安县'])
  })

  it('closes every line: opening + change + correction = closing', async () => {
    const { content } = await compile('5223', SECOND_DAY)
    const employed = content.ledger.find(({ key }) => key === 'p.employed')
    expect(employed).toMatchObject({ opening: 30, closing: 31, label: '已就业' })
    for (const line of content.ledger)
      expect(line.opening + line.change + line.correction, line.key).toBe(line.closing)
  })

  it('S23 annexes the frozen zero-employment households', async () => {
    const { content } = await compile('5223', SECOND_DAY)
    expect(content.zeroAnnexTotal).toBe(5)
    expect(content.zeroAnnex).toHaveLength(5)
    expect(content.zeroAnnex[0]).toMatchObject({ headName: '韦测试', type: '02' })
    for (const row of content.zeroAnnex) expect(row.dueOn > row.since).toBe(true)
  })
})

describe('a report of a unit', () => {
  it('S7 shows both chiefs and takes its townships as rows', async () => {
    const { content } = await compile(PUAN, SECOND_DAY)
    expect(content).toMatchObject({
      title: '普安县就业全覆盖攻坚行动战报',
      zeroAnnexTotal: 1,
      base: { households: PUAN_HOUSEHOLDS },
    })
    expect(content.chiefs).toEqual([
      { title: '指挥长（县委书记）', name: '岑书记' },
      { title: '指挥长（县长）', name: '罗县长' },
    ])
    expect(
      content.units.rows.every(({ place }) => place.level === 'township' && place.code.startsWith(PUAN)),
    ).toBe(true)
    expect(content.bottom.rows[0]).toMatchObject({ place: { code: village, level: 'village' } })
  })

  it('exists for reporting units only', async () => {
    await expect(compile(village.slice(0, 9), SECOND_DAY)).rejects.toMatchObject({ code: 'not_found' })
    await expect(compile('999999', SECOND_DAY)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('imports', () => {
  const anImport = (probe: string, at: number, state = 'committed') =>
    test.everywhere((tx) =>
      sql`
    insert into registry.import (id, file_id, file_name, sha256, state, on_date, prefixes, probe, counts,
      created_at, created_by, created_by_name, committed_at)
    values (${test.nextId()}, ${test.nextId()}, '花名册.xlsx', '\\x00', ${state}, ${SECOND_DAY},
      array[${probe}], ${probe},
      '{"rows": 10, "accepted": 5, "warned": 2, "queried": 2, "rejected": 1}',
      ${new Date(at)}, ${test.nextId()}, '测试', ${new Date(at)})`.execute(tx),
    )

  it('count when committed between the two closes, for the units their importers belong to', async () => {
    const noon = closeOf(SECOND_DAY) - 36_000_000
    await anImport(`${PUAN}001`, noon)
    await anImport(QINGLONG, noon)
    await anImport(PUAN, closeOf(FIRST_DAY) - 1)
    await anImport(PUAN, closeOf(SECOND_DAY) + 1)
    await anImport(PUAN, noon, 'checked')
    const first = async (unit: string) =>
      textOf((await compile(unit, SECOND_DAY)).content.dataQuality.sentences[0] ?? [])
    expect(await first(PUAN)).toBe('当日导入花名册1份、10行，其中通过5行、提示后通过2行、待核2行、退回1行。')
    expect(await first('5223')).toContain('花名册2份、20行')
  })
})

describe('compiling', () => {
  it('is refused for a day that was not closed, and for one reconstructed afterwards', async () => {
    await expect(compile('5223', '2026-11-25')).rejects.toMatchObject({ code: 'day_not_closed' })
    await test.everywhere((tx) =>
      sql`insert into indicators.day (day, state, closed_at) values ('2026-11-20', 'reconstructed', now())`.execute(
        tx,
      ),
    )
    await expect(compile('5223', '2026-11-20')).rejects.toMatchObject({ code: 'day_not_closed' })
  })

  it('gives the same content again, whatever happened after the close', async () => {
    const first = await compile('5223', SECOND_DAY)
    await test.everywhere(async (tx) => {
      await aHousehold(tx, { division: village })
      await sql`update registry.episode set end_on = '2026-11-24'`.execute(tx)
    })
    test.clock.set(closeOf('2026-11-25'))
    await closeToday(test, '2026-11-25')
    const again = await compile('5223', SECOND_DAY)
    expect(again.content).toEqual(first.content)
    expect([again.id, again.number, again.version]).toEqual([first.id, first.number, first.version])
  })

  it('counts the numbers of each unit by itself, without a gap, in the order of compiling', async () => {
    const numbers = []
    for (const [unit, day] of [
      [QINGLONG, FIRST_DAY],
      [QINGLONG, SECOND_DAY],
      ['5223-YL', FIRST_DAY],
      [QINGLONG, FIRST_DAY],
    ] as const) {
      numbers.push((await compile(unit, day)).number)
    }
    expect(numbers).toEqual([1, 2, 1, 1])
  })

  it('keeps numbers consecutive when two offices compile at once', async () => {
    const reports = await Promise.all([compile('522301', FIRST_DAY), compile('522301', SECOND_DAY)])
    expect(reports.map(({ number }) => number).sort()).toEqual([1, 2])
  })
})
