import { contract } from '@anye/contract/contract'
import type { EndpointMeta } from '@anye/contract/endpoint'
import { describe, expect, it } from 'vitest'
import { en } from '../../../app/i18n/en.ts'
import { fill, type Translate } from '../../../app/i18n/translate.ts'
import { zh } from '../../../app/i18n/zh-CN.ts'
import { workWords } from './work-words.ts'

const inChinese: Translate = (key, params) => fill(zh[key], params)
const inEnglish: Translate = (key, params) => fill(en[key], params)

type Leaf = { '~orpc': { meta: EndpointMeta } }
const metasIn = (node: object): EndpointMeta[] =>
  '~orpc' in node ? [(node as Leaf)['~orpc'].meta] : Object.values(node).flatMap((child) => metasIn(child as object))

describe('what a phone says was done', () => {
  it('is told in words, a new job and needs included', () => {
    const check = {
      status: '11', method: 'phone', noChange: false, note: '年前回来', needs: [{ kind: 'training' }],
      job: { act: 'begin', episode: { employer: '东莞测试厂', startOn: '2026-11-02' } },
    }
    const words = workWords('cards.check.record', check, 'zh-CN', inChinese)
    expect(words).toMatch(/^省外就业；电话；新就业：东莞测试厂，2026-11-02 起；需要技能培训；年前回来$/)
    expect(workWords('cards.check.record', { status: '20', method: 'none', noChange: true }, 'en', inEnglish)).toBe('Looking for work · no change')
  })

  it('names a form about a job', () => {
    expect(workWords('registry.episode.end', { endOn: '2026-11-20' }, 'zh-CN', inChinese)).toBe('结束就业；就业结束于 2026-11-20')
    expect(workWords('registry.episode.add', { episode: { employer: '测试厂', startOn: '2026-11-01' } }, 'zh-CN', inChinese)).toBe('登记就业；新就业：测试厂，2026-11-01 起')
  })

  it('knows by name whatever a phone may queue', () => {
    const queued = metasIn(contract).filter(({ offline, kind }) => offline && kind === 'command').map(({ id }) => id)
    expect(queued).toContain('cards.call.record_failed')
    for (const id of queued.filter((each) => each !== 'cards.check.record')) expect(workWords(id, {}, 'zh-CN', inChinese), id).not.toContain('不认识')
  })

  it('takes nothing for granted of work that was refused for what it says', () => {
    expect(workWords('cards.check.record', { status: 7, needs: 'x', job: [], method: null }, 'zh-CN', inChinese)).toBe('')
    expect(workWords('something.newer', {}, 'zh-CN', inChinese)).toBe('不认识的操作')
  })
})
