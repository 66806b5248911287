import { describe, expect, it } from 'vitest'
import { formsOf, readDay, readEntry, readStatus } from './entry.rules.ts'
import type { Entry } from './entry.rules.ts'

const TODAY = '2026-11-24'
const JOB = '00000000-0000-7000-8000-000000000001'
const line = (fields: object = {}) => ({
  personId: JOB, month: '2026-11', knownStatus: '11', jobId: JOB, evidenceOn: '2026-11-01', monthsWithoutContact: 0, state: 'due', version: 3,
  place: '平洞街道洋架村', groupName: '三组', ...fields,
}) as const
const idle = line({ knownStatus: null, jobId: null, evidenceOn: null })
const entry = (fields: Partial<Entry> = {}): Entry => ({ commandId: JOB, status: '=', method: '3', day: '1120', begin: null, end: null, ...fields })
const begin = { episodeId: JOB, employer: '东莞电子厂', placeCode: '441900', startOn: '2026-11-10', form: '1', wageMonthly: null }
const end = { endOn: '2026-11-08', endReason: '01' }

describe('a day as it is typed', () => {
  it.each([
    ['1120', '2026-11-20'], ['20', '2026-11-20'], ['5', '2026-11-05'], ['1231', '2025-12-31'], ['25', '2025-11-25'], ['1131', undefined], ['', undefined], ['11/20', undefined],
  ])('%s', (text, day) => expect(readDay(text, TODAY)).toBe(day))
})

describe('a status as it is typed', () => {
  it.each([
    ['=', { status: '11', noChange: true, isNewJob: false }], ['14', { status: '14', noChange: false, isNewJob: false }],
    ['14+', { status: '14', noChange: false, isNewJob: true }], ['20+', undefined], ['77', undefined], ['', undefined],
  ])('%s', (text, read) => expect(readStatus(text, '11')).toEqual(read))
  it('means nothing as "no change" where nothing is known', () => expect(readStatus('=', null)).toBeUndefined())
})

describe('the small forms of a row', () => {
  it.each([
    ['no change', '=', line(), { begin: false, end: false }],
    ['at work, as known', '11', line(), { begin: false, end: false }],
    ['at work, known without a job', '11', idle, { begin: true, end: false }],
    ['a new job after another', '11+', line(), { begin: true, end: true }],
    ['looking for work, known at work', '20', line(), { begin: false, end: true }],
    ['not reached', '90', line(), { begin: false, end: false }],
  ])('%s', (_what, status, of, forms) => expect(formsOf(entry({ status }), of)).toEqual(forms))
})

describe('a row', () => {
  it('S79 of "no change" is one key', () => {
    expect(readEntry(entry(), line(), TODAY)).toMatchObject({ ok: true, form: { noChange: true, status: '11', method: 'phone', job: { act: 'none' }, lineVersion: 3 } })
  })
  it('S82 of a home visit says where it was', () => {
    expect(readEntry(entry({ method: '1' }), line(), TODAY)).toMatchObject({ ok: true, form: { place: { text: '平洞街道洋架村 三组' } } })
  })
  it('carries the job that began and the one before', () => {
    expect(readEntry(entry({ status: '11+', begin, end }), line(), TODAY))
      .toMatchObject({ ok: true, form: { job: { act: 'begin', episode: { employer: '东莞电子厂' }, ends: { episodeId: JOB, endOn: '2026-11-08' } } } })
    expect(readEntry(entry({ status: '20', end }), line(), TODAY)).toMatchObject({ ok: true, form: { job: { act: 'end', endReason: '01' } } })
  })
  it.each([
    ['status', { status: '1' }, line()], ['method', { method: '7' }, line()], ['day', { day: '99' }, line()],
    ['begin', { status: '11' }, idle], ['end', { status: '20' }, line()],
  ] as const)('says that %s is missing', (fault, fields, of) => expect(readEntry(entry(fields), of, TODAY)).toEqual({ ok: false, fault }))
  it('is refused by the rules of the server before it is sent', () => {
    expect(readEntry(entry(), line({ evidenceOn: '2026-09-01' }), TODAY)).toEqual({ ok: false, refusal: 'card_no_change_refused' })
    expect(readEntry(entry({ status: '11', method: '0' }), line(), TODAY)).toEqual({ ok: false, refusal: 'card_method_required' })
  })
})
