import { agreementOf } from '@anye/contract/cards/samples/agreement.rules'
import { MONTHLY_INDICATORS } from '@anye/contract/indicators/catalogue'
import type { ReportFigure, Sentence } from '@anye/contract/reporting/report'
import { toChinese } from '@anye/kernel/calendar-date'
import type { MonthRates } from '../../cards/cards.api.ts'
import { ratio } from '../../indicators/indicators.rules.ts'
import { grouped, percent } from './figure.rules.ts'
import type { ReportFacts } from './report-facts.ts'

/** Section 9: the monthly service cards. Absent where no card has a line yet. */
export function cardsOf(facts: ReportFacts): Sentence[] {
  const { due, running } = facts.cards
  return [runningSentence(facts, running), dueSentence(facts, due), recallSentence(facts, due)].filter((sentence) => sentence.length > 0)
}

function runningSentence(facts: ReportFacts, month: MonthRates): Sentence {
  if (month.lines === 0) return []
  return [
    `${monthName(month)}服务卡应核查`, people(facts, month, month.lines), '，已核查', people(facts, month, month.checked), '，已审核', people(facts, month, month.reviewed),
    `；${toChinese(month.dueOn)}到期。`,
  ]
}

function dueSentence(facts: ReportFacts, month: MonthRates): Sentence {
  if (month.lines === 0) return []
  return [
    `${monthName(month)}${MONTHLY_INDICATORS.cardOnTime.zh}`, rate(facts, month, ratio(month.onTime, month.lines)), '（按时审核', people(facts, month, month.onTime),
    '、应核查', people(facts, month, month.lines), '）。',
  ]
}

/** A rate from a sample is said with its interval: a few calls prove little. */
function recallSentence(facts: ReportFacts, month: MonthRates): Sentence {
  const agreement = agreementOf(month.agreed, month.reached)
  if (agreement === undefined) return []
  return [
    '抽样回访', people(facts, month, month.reached), '，与卡一致', people(facts, month, month.agreed), `，${MONTHLY_INDICATORS.cardAccuracy.zh}`,
    rate(facts, month, ratio(month.agreed, month.reached)), `（95%置信区间${percent(agreement.low * 100)}至${percent(agreement.high * 100)}）。`,
  ]
}

const monthName = ({ month }: MonthRates): string => `${Number(month.slice(5))}月`

function people(facts: ReportFacts, { month }: MonthRates, count: number): ReportFigure {
  return { text: `${grouped(count)}人`, value: count, unit: 'persons', opens: opens(facts, month) }
}

function rate(facts: ReportFacts, { month }: MonthRates, value: number | null): ReportFigure {
  return { text: percent(value), value, unit: 'percent', opens: opens(facts, month) }
}

const opens = ({ place, day }: ReportFacts, month: string): ReportFigure['opens'] => ({ counter: month, place: place.code, day, view: 'cards' })
