import { describe, expect, it } from 'vitest'
import { ReportContent, type ReportFigure, type Sentence } from '@anye/contract/reporting/report'
import { COUNTERS } from '@anye/contract/indicators/counters'
import { child, countersOf, SAMPLE_DAY, sampleFacts } from '../testing/sample-facts.ts'
import { textOf } from './figure.rules.ts'
import { reportContent } from './report-content.rules.ts'

const figuresOf = (sentences: readonly Sentence[]): ReportFigure[] =>
  sentences.flat().filter((part) => typeof part !== 'string')
const allSentences = (content: ReportContent) => [
  ...content.headline.sentences,
  content.units.sentence,
  content.bottom.sentence,
  ...content.tracks.sentences,
  ...(content.cards?.sentences ?? []),
  ...content.dataQuality.sentences,
]

describe('sentences', () => {
  it('are generated from numbers, plan and change included', () => {
    const [stable, resettled, zero, cleared] = reportContent(sampleFacts()).headline.sentences.map(textOf)
    expect(stable).toBe(
      '截至2026年11月24日封账，黔西南州有劳动力的脱贫户1,000户，其中一户一人以上稳定就业930户，稳定就业率93.00%，' +
        '较上日上升1.00个百分点，当日计划93.83%、完成计划的99.12%；尚有70户未实现稳定就业。',
    )
    expect(resettled).toBe(
      '有劳动力的易地搬迁家庭1,000户，其中一户一人以上就业998户，就业率99.80%，与上日持平；尚有2户无人就业。',
    )
    expect(zero).toBe('零就业家庭3户，较上日减少5户；其中脱贫户2户、易地搬迁家庭1户。')
    expect(cleared).toBe('近30日清零期限届满的零就业家庭5户，按期清零4户，清零率80.00%，与上日持平；未按期清零1户。')
  })

  it('say how far the running month of the cards is, how many of the month before were in time, and what re-calls found', () => {
    expect(reportContent(sampleFacts()).cards?.sentences.map(textOf)).toEqual([
      '11月服务卡应核查3,000人，已核查1,200人，已审核900人；2026年12月5日到期。',
      '10月服务卡按时核查率93.19%（按时审核2,777人、应核查2,980人）。',
      '抽样回访120人，与卡一致114人，服务卡准确率95.00%（95%置信区间89.52%至97.69%）。',
    ])
  })

  it('leave the cards out where no month has a line yet, and re-calls where nobody was reached', () => {
    const { running, due } = sampleFacts().cards
    const [empty, uncalled] = [{ ...running, lines: 0 }, { ...due, reached: 0, agreed: 0 }]
    expect(reportContent(sampleFacts({ cards: { running: empty, due: { ...due, lines: 0, reached: 0, agreed: 0 } } })).cards?.sentences).toEqual([])
    expect(reportContent(sampleFacts({ cards: { running: empty, due: uncalled } })).cards?.sentences).toHaveLength(1)
  })

  it('speak the language of the era', () => {
    const [stable] = reportContent(
      sampleFacts({ day: '2020-04-01', before: '2020-03-31' }),
    ).headline.sentences.map(textOf)
    expect(stable).toContain('有劳动力的贫困户1,000户')
  })

  it('say nothing of a change on the first closed day', () => {
    const content = reportContent(sampleFacts({ before: undefined, countersBefore: undefined }))
    expect(content.headline.sentences.map(textOf).join('')).not.toMatch(/较上日|持平/)
  })

  it('say 持平 when nothing moved, and leave a plan out where there is none', () => {
    const counters = countersOf(1000, 930)
    const text = reportContent(sampleFacts({ counters, countersBefore: counters, plans: {} }))
      .headline.sentences.map(textOf)
      .join('')
    expect(text).toContain('稳定就业率93.00%，与上日持平；')
    expect(text).not.toContain('计划')
  })

  it('open every figure that has records to a counter of the catalogue on this day', () => {
    const figures = figuresOf(allSentences(reportContent(sampleFacts())))
    expect(figures.length).toBeGreaterThan(40)
    for (const { opens, text } of figures.filter((figure) => figure.opens !== null)) {
      expect(opens?.view === 'cards' ? ['2026-10', '2026-11'] : Object.keys(COUNTERS), text).toContain(opens?.counter)
      expect(opens).toMatchObject({ place: '5223', day: SAMPLE_DAY })
    }
    const unlinked = figures.filter(({ opens }) => opens === null).map(({ unit }) => unit)
    expect(unlinked.filter((unit) => unit === 'persons')).toEqual(['persons'])
    expect(new Set(unlinked)).toEqual(new Set(['percent', 'count', 'persons', 'rows', 'households']))
  })

  it('count in the ledger what a change opens to, and in rows what a total opens to', () => {
    const figures = figuresOf(reportContent(sampleFacts()).headline.sentences)
    expect(figures.find(({ text }) => text === '5户')?.opens).toMatchObject({
      counter: 'hh.zero',
      view: 'ledger',
    })
    expect(figures.find(({ text }) => text === '3户')?.opens).toMatchObject({
      counter: 'hh.zero',
      view: 'members',
    })
  })
})

describe('ranking', () => {
  const rank = (facts = sampleFacts()) =>
    reportContent(facts).units.rows.map((row) => [row.place.name, row.rank, row.rankChange])

  it('goes by deviation from plan, shows who moved, and puts a base under 30 last without a rank', () => {
    expect(rank()).toEqual([
      ['兴义市', 1, 1],
      ['望谟县', 2, -1],
      ['义龙新区', null, null],
    ])
  })

  it('lets ties share a rank and counts on after them', () => {
    const rows = [
      child('1', '甲', countersOf(100, 90)),
      child('2', '乙', countersOf(200, 180, { 'p.to_verify': 14 })),
      child('3', '丙', countersOf(100, 80)),
    ]
    expect(rank(sampleFacts({ units: { level: 'unit', rows, rowsBefore: [] } }))).toEqual([
      ['甲', 1, null],
      ['乙', 1, null],
      ['丙', 3, null],
    ])
  })

  it('says that it does not rank when fewer than two places can be compared', () => {
    const said = (bases: number[]) =>
      textOf(
        reportContent(
          sampleFacts({
            units: {
              level: 'unit',
              rowsBefore: [],
              rows: bases.map((base, index) => child(String(index), `县${index}`, countersOf(base, 5))),
            },
          }),
        ).units.sentence,
      )
    expect(said([100, 5])).toBe('2个汇报单元中只有县0底数达到30户，不作排名。')
    expect(said([9, 5])).toBe('2个汇报单元底数均不足30户，不作排名。')
  })

  it('lists at most ten at the bottom, the worst first, none with a base under 30', () => {
    const rows = Array.from({ length: 14 }, (_, index) =>
      child(`t${String(index).padStart(2, '0')}`, `镇${index}`, countersOf(100, 50 + index)),
    )
    const { bottom } = reportContent(
      sampleFacts({
        leaves: {
          level: 'township',
          rows: [...rows, child('t99', '小镇', countersOf(29, 0))],
          parentOf: new Map(),
        },
      }),
    )
    expect(bottom.rows.map(({ place }) => place.name)).toEqual([
      '镇0',
      '镇1',
      '镇2',
      '镇3',
      '镇4',
      '镇5',
      '镇6',
      '镇7',
      '镇8',
      '镇9',
    ])
  })
})

describe('tracks', () => {
  it('S1 splits into export and local and names what neither holds, so that the parts make the whole', () => {
    const [tracks, areas, sectors, cities] = reportContent(sampleFacts()).tracks.sentences.map(textOf)
    expect(tracks).toBe(
      '已就业人员中，外输1,000人，占50.00%；内拓995人，占49.75%；务工地点不详5人；外输中有组织6人，组织化程度0.60%。',
    )
    expect(areas).toContain('省外1,000人')
    expect(sectors).toBe('按产业分，第二产业1,000人（50.00%）。')
    expect(cities).toBe('省外主要去向：东莞15人、金华12人。')
  })

  it('are absent while nobody is employed', () => {
    expect(
      reportContent(sampleFacts({ counters: countersOf(10, 0, { 'p.employed': 0 }) })).tracks.sentences,
    ).toEqual([])
  })
})

describe('data quality', () => {
  const text = (changes = {}) => reportContent(sampleFacts(changes)).dataQuality.sentences.map(textOf)

  it('tells imports by verdict, what is to verify, the base and the corrections of closed days', () => {
    expect(text()).toEqual([
      '当日导入花名册2份、1,200行，其中通过1,100行、提示后通过60行、待核30行、退回10行。',
      '有在职记录但依据已过时限、须重新核实的7人，与上日持平；经批准暂不能就业的4人，劳动力均暂不能就业的特殊户0户。',
      '底数为2026年11月、2026年11月6日冻结，共5,000户。',
      '补录和更正以往日期的情况计入当日账：零就业家庭增1户，已封账的日期不变。',
    ])
  })

  it('says when nothing was imported and when the base is not frozen', () => {
    const none = { files: 0, rows: 0, accepted: 0, warned: 0, queried: 0, rejected: 0 }
    expect(text({ imports: none, base: null })).toEqual(
      expect.arrayContaining(['当日没有导入花名册。', '本月底数尚未冻结，本期按当日在册户计算。']),
    )
  })
})

describe('the whole', () => {
  it('is the same for the same facts and has the shape of the contract', () => {
    const content = reportContent(sampleFacts())
    expect(reportContent(sampleFacts())).toEqual(content)
    expect(ReportContent.parse(content)).toEqual(content)
    expect(content.ledger.map(({ key }) => key)).toEqual(['hh.zero', 'p.employed'])
  })
})
