import type { CounterKey } from '@anye/contract/indicators/counters'
import { COUNTERS } from '@anye/contract/indicators/counters'
import type { ReportFigure, Sentence } from '@anye/contract/reporting/report'
import { toChinese } from '@anye/kernel/calendar-date'
import { countChange, countFigure, grouped, plainFigure } from './figure.rules.ts'
import { countOf, type ReportFacts } from './report-facts.ts'

/**
 * Section on imports and the quality of the data: what came in, what is to verify, the base, corrections of
 * earlier days.
 */
export function dataQualityOf(facts: ReportFacts): Sentence[] {
  return [
    importSentence(facts),
    verifySentence(facts),
    baseSentence(facts),
    correctionSentence(facts),
  ].filter((sentence) => sentence.length > 0)
}

function importSentence({ imports }: ReportFacts): Sentence {
  if (imports === null) return []
  if (imports.files === 0) return ['当日没有导入花名册。']
  const rows = (count: number): ReportFigure => plainFigure(count, 'rows', `${grouped(count)}行`)
  return [
    '当日导入花名册',
    plainFigure(imports.files, 'count', `${grouped(imports.files)}份`),
    '、',
    rows(imports.rows),
    '，其中通过',
    rows(imports.accepted),
    '、提示后通过',
    rows(imports.warned),
    '、待核',
    rows(imports.queried),
    '、退回',
    rows(imports.rejected),
    '。',
  ]
}

function verifySentence(facts: ReportFacts): Sentence {
  return [
    '有在职记录但依据已过时限、须重新核实的',
    countFigure(facts, 'p.to_verify'),
    ...countChange(facts, 'p.to_verify'),
    '；经批准暂不能就业的',
    countFigure(facts, 'p.exempt'),
    '，劳动力均暂不能就业的特殊户',
    countFigure(facts, 'hh.special'),
    '。',
  ]
}

function baseSentence({ base, counters }: ReportFacts): Sentence {
  if (base === null) return ['本月底数尚未冻结，本期按当日在册户计算。']
  const households = countOf(counters, 'hh.all') - countOf(counters, 'hh.new')
  const [year, month] = base.month.split('-')
  return [
    `底数为${year}年${Number(month)}月、${toChinese(base.frozenOn)}冻结，共`,
    plainFigure(households, 'households', `${grouped(households)}户`),
    '。',
  ]
}

const CORRECTED: readonly CounterKey[] = ['hh.poor.stable', 'hh.resettled.employed', 'hh.zero', 'p.employed']

/**
 * Late facts of days already closed enter this day's books as corrections; the closed days stay as they were.
 */
function correctionSentence(facts: ReportFacts): Sentence {
  const lines = new Map(facts.ledger.map((line) => [line.key, line.correction]))
  const corrected = CORRECTED.flatMap((key) => {
    const by = lines.get(key) ?? 0
    return by === 0 ? [] : [{ key, by }]
  })
  if (corrected.length === 0) return []
  return [
    '补录和更正以往日期的情况计入当日账：',
    ...corrected.flatMap(({ key, by }, index): Sentence => {
      const isHousehold = COUNTERS[key].over === 'household'
      return [
        `${index === 0 ? '' : '、'}${COUNTERS[key].zh}`,
        {
          text: `${by > 0 ? '增' : '减'}${grouped(Math.abs(by))}${isHousehold ? '户' : '人'}`,
          value: by,
          unit: isHousehold ? 'households' : 'persons',
          opens: { counter: key, place: facts.place.code, day: facts.day, view: 'ledger' },
        },
      ]
    }),
    '，已封账的日期不变。',
  ]
}
