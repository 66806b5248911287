import { eraOn, label } from '@anye/codes/era-label'
import { CLEAR_RATE_DAYS, type IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { ReportContent, Sentence } from '@anye/contract/reporting/report'
import { toChinese } from '@anye/kernel/calendar-date'
import {
  countChange,
  countFigure,
  indicatorOf,
  percent,
  plainFigure,
  rateChange,
  rateFigure,
} from './figure.rules.ts'
import { countOf, type ReportFacts } from './report-facts.ts'

const HEADLINE: readonly IndicatorKey[] = ['A', 'B', 'zero', 'clearRate', 'coverage', 'employment', 'toVerify']

/**
 * Section 1: indicators A and B, zero-employment households and those cleared in time, households covered and labourers employed (S3,
 * S21-S23).
 */
export function headlineOf(facts: ReportFacts): ReportContent['headline'] {
  const sentences = [
    stableSentence(facts),
    resettledSentence(facts),
    zeroSentence(facts),
    clearedSentence(facts),
    coverageSentence(facts),
    employmentSentence(facts),
  ]
  return {
    sentences: sentences.filter((sentence) => sentence.length > 0),
    figures: HEADLINE.map((key) => indicatorOf(facts, key)),
  }
}

function stableSentence(facts: ReportFacts): Sentence {
  const poor = label('poor_household', eraOn(facts.day))
  const until = `截至${toChinese(facts.day)}封账，`
  if (countOf(facts.counters, 'hh.poor.labour') === 0)
    return [`${until}${facts.place.name}没有有劳动力的${poor}。`]
  return [
    `${until}${facts.place.name}有劳动力的${poor}`,
    countFigure(facts, 'hh.poor.labour'),
    '，其中一户一人以上稳定就业',
    countFigure(facts, 'hh.poor.stable'),
    '，稳定就业率',
    rateFigure(facts, 'A'),
    ...rateChange(facts, 'A'),
    ...planWords(facts, 'A'),
    '；尚有',
    countFigure(facts, 'hh.poor.uncovered'),
    '未实现稳定就业。',
  ]
}

function resettledSentence(facts: ReportFacts): Sentence {
  if (countOf(facts.counters, 'hh.resettled.labour') === 0) return []
  const resettled = label('resettlement', eraOn(facts.day))
  return [
    `有劳动力的${resettled}家庭`,
    countFigure(facts, 'hh.resettled.labour'),
    '，其中一户一人以上就业',
    countFigure(facts, 'hh.resettled.employed'),
    '，就业率',
    rateFigure(facts, 'B'),
    ...rateChange(facts, 'B'),
    ...planWords(facts, 'B'),
    '；尚有',
    countFigure(facts, 'hh.resettled.uncovered'),
    '无人就业。',
  ]
}

function zeroSentence(facts: ReportFacts): Sentence {
  const era = eraOn(facts.day)
  const zero: Sentence = ['零就业家庭', countFigure(facts, 'hh.zero'), ...countChange(facts, 'hh.zero')]
  if (countOf(facts.counters, 'hh.zero') === 0) return [...zero, '。']
  return [
    ...zero,
    `；其中${label('poor_household', era)}`,
    countFigure(facts, 'hh.zero.poor'),
    `、${label('resettlement', era)}家庭`,
    countFigure(facts, 'hh.zero.resettled'),
    '。',
  ]
}

/** Nothing when no clock ran out lately, or in books of before clocks were kept. */
function clearedSentence(facts: ReportFacts): Sentence {
  if (countOf(facts.counters, 'hh.clock') === 0) return []
  return [
    `近${CLEAR_RATE_DAYS}日清零期限届满的零就业家庭`,
    countFigure(facts, 'hh.clock'),
    '，按期清零',
    countFigure(facts, 'hh.clock.cleared'),
    '，清零率',
    rateFigure(facts, 'clearRate'),
    ...rateChange(facts, 'clearRate'),
    ...planWords(facts, 'clearRate'),
    '；未按期清零',
    countFigure(facts, 'hh.clock.missed'),
    '。',
  ]
}

function coverageSentence(facts: ReportFacts): Sentence {
  return [
    '有劳动力家庭',
    countFigure(facts, 'hh.labour'),
    '，至少一人就业',
    countFigure(facts, 'hh.labour.covered'),
    '，覆盖率',
    rateFigure(facts, 'coverage'),
    ...rateChange(facts, 'coverage'),
    ...planWords(facts, 'coverage'),
    '。',
  ]
}

function employmentSentence(facts: ReportFacts): Sentence {
  return [
    '可就业劳动力',
    countFigure(facts, 'p.available'),
    '，已就业',
    countFigure(facts, 'p.employed'),
    ...countChange(facts, 'p.employed'),
    '，就业率',
    rateFigure(facts, 'employment'),
    '；已就业人员中稳定就业',
    countFigure(facts, 'p.stable'),
    '，占',
    rateFigure(facts, 'stability'),
    '。',
  ]
}

/** `，当日计划95.00%，完成计划的98.20%`; nothing without a plan line. */
function planWords(facts: ReportFacts, key: IndicatorKey): Sentence {
  const { plan, deviation } = indicatorOf(facts, key)
  if (plan === null || deviation === null) return []
  const done = 100 + deviation
  return [
    '，当日计划',
    plainFigure(plan, 'percent', percent(plan)),
    '、完成计划的',
    plainFigure(done, 'percent', percent(done)),
  ]
}
