import { describe, expect, it } from 'vitest'
import { EpisodeForm } from '@anye/contract/registry/episodes/endpoints'
import { checkEpisode, checkEvidence, warningsOf, type EpisodeFacts } from './episode.rules.ts'

const form = (fields: Partial<EpisodeForm> = {}): EpisodeForm =>
  EpisodeForm.parse({ startOn: '2026-03-01', employer: '测试厂', placeCode: '330700', form: '1', ...fields })
const facts = (fields: Partial<EpisodeFacts> = {}): EpisodeFacts =>
  ({ episode: form(), birth: '1990-01-01', exitOn: null, others: [], today: '2026-04-01', ...fields })

describe('rules of an employment episode', () => {
  it('accepts an open job of an adult', () => expect(checkEpisode(facts())).toBeUndefined())
  it('V11 refuses a start before the sixteenth birthday and accepts the birthday itself', () => {
    expect(checkEpisode(facts({ birth: '2010-03-02' }))).toBe('under_age')
    expect(checkEpisode(facts({ birth: '2010-03-01' }))).toBeUndefined()
  })
  it('V12 refuses an end before the start and a start in the future', () => {
    expect(checkEpisode(facts({ episode: form({ endOn: '2026-02-28' }) }))).toBe('episode_dates_invalid')
    expect(checkEpisode(facts({ episode: form({ startOn: '2026-04-02' }) }))).toBe('episode_dates_invalid')
  })
  it('V12 refuses full-time jobs that overlap by more than seven days', () => {
    const others = (endOn: string) => [{ id: 'x', startOn: '2025-01-01', endOn, form: '1' }]
    expect(checkEpisode(facts({ others: others('2026-03-07') }))).toBeUndefined()
    expect(checkEpisode(facts({ others: others('2026-03-08') }))).toBe('episode_overlap')
    expect(checkEpisode(facts({ episode: form({ form: '2' }), others: others('2026-03-31') }))).toBeUndefined()
  })
  it('V13 refuses above 50,000 and warns below 500 and above 20,000', () => {
    expect(checkEpisode(facts({ episode: form({ wageMonthly: 50_001 }) }))).toBe('wage_out_of_range')
    expect(warningsOf(form({ wageMonthly: 499 }))).toEqual(['V13'])
    expect(warningsOf(form({ wageMonthly: 20_001 }))).toEqual(['V13'])
    expect(warningsOf(form({ wageMonthly: 4000 }))).toEqual([])
  })
  it('V14 refuses an open job after death or exit', () => {
    expect(checkEpisode(facts({ exitOn: '2026-03-15' }))).toBe('episode_dates_invalid')
  })
  it('refuses evidence outside the job', () => {
    expect(checkEvidence({ kind: 'visit', onDate: '2026-02-01', amount: null, note: null }, form(), '2026-04-01')).toBe('episode_dates_invalid')
    expect(checkEvidence({ kind: 'visit', onDate: '2026-03-20', amount: null, note: null }, form(), '2026-04-01')).toBeUndefined()
  })
})
