import { describe, expect, it } from 'vitest'
import { documentsKey, type DocumentsOf } from './documents-key.ts'

const VILLAGE = '522326001001'
const reader = { fieldLevel: 'F3', today: '2026-11-24', month: '2026-11', parameters: { evidenceDays: 45, monthsWithoutContact: 2 } } as const
const asked: DocumentsOf = { epoch: 'e', prefixes: [VILLAGE], ids: ['1', '2'], reader }

describe('what documents are shared by', () => {
  it('is the same for two persons with the same rights over the same place', () => {
    expect(documentsKey({ ...asked, reader: { ...reader } })).toBe(documentsKey(asked))
    expect(documentsKey({ ...asked, prefixes: [VILLAGE, VILLAGE] })).toBe(documentsKey(asked))
  })

  it.each<[string, Partial<DocumentsOf>]>([
    ['who sees less of a name', { reader: { ...reader, fieldLevel: 'F2' } }],
    ['who may read more places', { prefixes: ['522326001'] }],
    ['who may read other places beside', { prefixes: [VILLAGE, '522326001002'] }],
    ['other households', { ids: ['1', '3'] }],
    ['the next day', { reader: { ...reader, today: '2026-11-25' } }],
    ['the next month', { reader: { ...reader, month: '2026-12' } }],
    ['another parameter', { reader: { ...reader, parameters: { evidenceDays: 45, monthsWithoutContact: 3 } } }],
    ['another database', { epoch: 'restored' }],
  ])('is another for %s', (_, change) => {
    expect(documentsKey({ ...asked, ...change })).not.toBe(documentsKey(asked))
  })
})
