import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gzipWith, packMember, textWith } from './packed-member.ts'

const documents = Array.from({ length: 400 }, (_, index) => ({ id: index, name: '韦测试', note: '"}],' }))

describe('a member that is packed once', () => {
  it.each([[[]], [documents.slice(0, 1)], [documents]])('stands in its place in every answer that carries it', async (list) => {
    const member = await packMember('put', list)
    for (const rest of [{ cursor: 'a' }, { cursor: '乙', range: { keep: documents.map(({ name }) => name) } }]) {
      const json = JSON.stringify({ put: [], ...rest })
      // A gzip reader compares checksum and length by itself.
      expect(JSON.parse(gunzipSync(gzipWith(member, json)).toString())).toEqual({ put: list, ...rest })
      expect(JSON.parse(textWith(member, json))).toEqual({ put: list, ...rest })
    }
  })

  it('is not put into an answer that has something of its own there', async () => {
    const member = await packMember('put', [1])
    for (const json of ['{"put":[2],"cursor":"a"}', '{"cursor":"a","put":[]}', '{"code":"busy"}']) {
      expect(() => gzipWith(member, json)).toThrow('does not begin with an empty put')
      expect(() => textWith(member, json)).toThrow('does not begin with an empty put')
    }
  })
})
