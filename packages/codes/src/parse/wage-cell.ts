import { compactText } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell } from './cell.ts'
import type { CellInput, Reading } from './cell.ts'
import { readAmount } from './chinese-number.ts'

/** What the amount is paid for; `piece` without amounts when the sheet says only 计件. */
export type WageBasis = 'month' | 'day' | 'piece'

export type WageFault = 'missing' | 'unstated' | 'unit_unclear' | 'unreadable'

/** Amounts in yuan. `monthly` is the middle of the range, day wages times the days of a month. */
export interface Wage {
  min: number | null
  max: number | null
  basis: WageBasis
  monthly: number | null
  /** True for 三千多, 左右, 以上, 底薪 and the like. */
  approximate: boolean
  /** Board or lodging comes on top (包吃住). */
  board: boolean
}

export type WageReading = Reading<Wage, WageFault>

export interface WageOptions {
  /** Working days behind a monthly amount of day labour (DOMAIN §3.3-10, configurable). */
  daysPerMonth?: number
  /** What one unit of a bare number is worth: 10000 for a column titled 月收入(万元). */
  unit?: 1 | 1000 | 10_000
}

const HOURS_PER_DAY = 8
const BOARD = /(包|管|含|供)(吃住|吃|住|食宿|餐|三餐)(和?(包|管)?(住|吃))?/gu
const UNSTATED = /^(面议|不固定|不稳定|不等|看情况|按劳分配|多劳多得|有|提成|保密)$/u

/**
 * Reads a wage cell (DOMAIN §3.3-10): 3000-4000, 3千5, 0.35万, 三千多, 120/天, 计件, 包吃住3500, 5万/年.
 * Hourly pay becomes a day of eight hours, yearly pay a twelfth. Never guesses a missing unit.
 */
export function readWage(cell: CellInput, options: WageOptions = {}): WageReading {
  if (isEmptyCell(cell) || cell === 0 || cellText(cell) === '0') return faultOf('missing', cell)
  if (typeof cell !== 'number' && typeof cell !== 'string') return faultOf('unreadable', cell)
  const cleaned = compactText(cellText(cell)).replace(/(?<=\d),(?=\d{3})/gu, '')
  const text = cleaned.replace(BOARD, '').replace(/[()（），,。]/gu, '')
  const board = /(吃|住|食宿|餐)/u.test(cleaned)
  const period = periodOf(text)
  if (period.basis === 'piece' && !/[\d一二两三四五六七八九]/u.test(period.rest)) {
    return { ok: true, min: null, max: null, basis: 'piece', monthly: null, approximate: true, board }
  }
  if (UNSTATED.test(text)) return faultOf('unstated', cell)
  const range = readRange(period.rest, options.unit ?? 1)
  if (range === undefined) return faultOf('unreadable', cell)
  // 3.5 may be thousands, 35 may be an hour: without a unit nobody knows.
  if (range.min < 100 && period.factor === 1 && period.basis === 'month') return faultOf('unit_unclear', cell)
  const [min, max] = [round(range.min * period.factor), round(range.max * period.factor)]
  const middle = (min + max) / 2
  const monthly = round(period.basis === 'day' ? middle * (options.daysPerMonth ?? 22) : middle)
  return { ok: true, min, max, basis: period.basis, monthly, approximate: range.approximate, board }
}

function periodOf(text: string): { basis: WageBasis; factor: number; rest: string } {
  const take = (pattern: RegExp) => text.replace(pattern, '')
  if (/计件|按件|件/u.test(text)) return { basis: 'piece', factor: 1, rest: take(/(按)?(计)?件(计|制|工资)?/gu) }
  if (/小时|时薪|钟头/u.test(text)) {
    return { basis: 'day', factor: HOURS_PER_DAY, rest: take(/(每|一|\/|1)?(个)?(小时|时薪|钟头)/gu) }
  }
  if (/[天日]/u.test(text)) return { basis: 'day', factor: 1, rest: take(/(每|一|\/|1)?[天日](薪|工资)?/gu) }
  if (/年/u.test(text)) return { basis: 'month', factor: 1 / 12, rest: take(/(每|一|\/|1)?年(薪|收入)?/gu) }
  return { basis: 'month', factor: 1, rest: take(/(每|一|\/|1)?(个)?月(薪|工资|收入|均)?/gu) }
}

interface Range {
  min: number
  max: number
  approximate: boolean
}

function readRange(text: string, unit: number): Range | undefined {
  const bare = text.replace(/[元块圆/¥￥:：]|人民币|工资|收入|大概|大约|约|每|钱|rmb/giu, '')
  const base = /^(底薪|保底)?(.+?)(\+.*|加提成|加计件|提成)?$/u.exec(bare)
  const core = (base?.[2] ?? bare).replace(/k/giu, '千').replace(/w/giu, '万')
  const ends = core.split(/[-~～—–至到]+/u).filter((part) => part !== '')
  if (ends.length === 2) return readEnds(ends, unit)
  const vague = /^(.+?)(多|来|余|几|左右|以上|以内|上下|起|不等)+$/u.exec(core)
  const amount = readAmount(vague?.[1] ?? core)
  if (ends.length !== 1 || amount === undefined) return undefined
  const min = amount * unit
  const max = /[多几余]/u.test(vague?.[2] ?? '') ? min + leadingUnit(min) : min
  return { min, max, approximate: vague !== null || Boolean(base?.[1] ?? base?.[3]) }
}

/** `3-4千` and `三到四千`: a unit written once belongs to both ends. */
function readEnds(ends: string[], unit: number): Range | undefined {
  const high = readAmount(ends[1] ?? '')
  let low = readAmount(ends[0] ?? '')
  const shared = /[百千万]$/u.exec(ends[1] ?? '')?.[0]
  if (low !== undefined && low < 10 && shared) low = readAmount(`${ends[0]}${shared}`)
  if (low === undefined || high === undefined) return undefined
  return { min: Math.min(low, high) * unit, max: Math.max(low, high) * unit, approximate: false }
}

/** 三千多 lies between 3000 and 4000, 3500多 between 3500 and 3600. */
function leadingUnit(amount: number): number {
  const zeros = /0*$/u.exec(String(Math.round(amount)))?.[0].length ?? 0
  return 10 ** zeros
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100
}
