import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openZipArchive, partText } from '../sheets/zip-archive.ts'
import { STANDARD_LIMITS } from '../sheets/sheet-limits.ts'
import { readCharacterMap } from './character-map.ts'
import { chineseNumeral } from './chinese-numerals.ts'
import { drawable, flagMissing, missingCharacters, textsOf } from './flag-missing.ts'
import { isDrawable, PDF_FONT_FILES } from './fonts.ts'
import type { OfficialDocument } from './official-document.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

/** 𠮷 and 𪛖 are characters of real names that common fonts lack. */
const RARE = '\u{20BB7}'
const AT = Date.parse('2026-11-24T23:30:00+08:00')

const table = {
  kind: 'table',
  title: '各单位情况',
  columns: [
    { title: '单位', width: 2, align: 'left' },
    { title: '底数\n（户）', width: 1, align: 'right' },
  ],
  rows: [
    ['兴义市', '1,234'],
    ['望谟县', '567'],
  ],
  foot: '注：并列的名次相同。',
} as const satisfies OfficialDocument['blocks'][number]
const document: OfficialDocument = {
  title: '测试战报第1期',
  head: {
    mark: '内部资料',
    label: '合成数据',
    name: ['测试州行动', '战报'],
    issue: '第1期',
    issuer: '办公室',
    date: '2026年11月24日',
    signers: ['签发人：韦测试'],
  },
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）稳定就业' },
    { kind: 'paragraph', text: '截至当日，#稳定* 就业率93.00%；_尚有_70户[未实现]$。' },
    { kind: 'note', text: '批注：请研判' },
    { ...table, rows: table.rows.map((row) => [...row]), columns: [...table.columns] },
    { kind: 'closing', lines: ['办公室', '2026年11月24日'] },
    { kind: 'imprint', lines: ['签发：韦测试'] },
    { kind: 'annex', mark: '附件', title: '清单' },
  ],
}
const named = (name: string): OfficialDocument => ({
  ...document,
  blocks: [{ kind: 'paragraph', text: `户主韦${name}` }],
})

describe('characters', () => {
  it('of the embedded font are read from its cmap: common ones yes, the rarest no', async () => {
    const covered = readCharacterMap(await readFile(PDF_FONT_FILES[0] ?? ''))
    expect(
      [...'黔西南州战报，—〓↑−A1'].filter((character) => !covered.has(character.codePointAt(0) ?? 0)),
    ).toEqual([])
    expect(covered.has(RARE.codePointAt(0) ?? 0)).toBe(false)
    expect(covered.size).toBeGreaterThan(20_000)
  })

  it('are refused from a file that is no font', () => {
    expect(() => readCharacterMap(Buffer.alloc(64))).toThrow('cmap')
  })

  it('that the font lacks are found once each, named by code point, and drawn as 〓 in the PDF', () => {
    const rare = named(`${RARE}${RARE}明`)
    expect(missingCharacters(rare, isDrawable)).toEqual([RARE])
    expect(flagMissing(rare, isDrawable).blocks.at(-1)).toMatchObject({
      kind: 'note',
      text: expect.stringContaining('U+20BB7'),
    })
    expect(drawable(`韦${RARE}\n明`, isDrawable)).toBe('韦〓\n明')
    expect(flagMissing(document, isDrawable)).toBe(document)
  })
})

describe('headings', () => {
  it('count as Chinese does', () => {
    expect([1, 9, 10, 11, 20, 35, 99].map(chineseNumeral)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '三十五',
      '九十九',
    ])
    expect(() => chineseNumeral(0)).toThrow(RangeError)
  })
})

async function wordParts(from: OfficialDocument): Promise<(name: string) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'anye-docx-'))
  const path = join(folder, 'a.docx')
  await writeFile(path, await writeDocx(from))
  const archive = await openZipArchive(path, STANDARD_LIMITS)
  const parts = new Map<string, string>()
  for (const name of archive.parts.keys()) parts.set(name, (await partText(archive, name)) ?? '')
  await rm(folder, { recursive: true })
  return async (name) => parts.get(name) ?? ''
}

describe('Word', () => {
  it('holds every text of the model', async () => {
    const body = await (await wordParts(document))('word/document.xml')
    const plain = body
      .replaceAll(/<w:br\/>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
    for (const text of textsOf(document).slice(1)) expect(plain).toContain(text)
  })

  it('names Chinese fonts, repeats table heads, keeps rows whole, numbers pages outside', async () => {
    const part = await wordParts(document)
    const body = await part('word/document.xml')
    for (const font of ['方正小标宋简体', '仿宋', '黑体', '楷体', '宋体'])
      expect(body).toContain(`w:eastAsia="${font}"`)
    expect((await part('word/fontTable.xml')).match(/<w:embedRegular /g)).toHaveLength(5)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3)
    // The date stays with the imprint, which never stands alone on the last page.
    expect(body).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*2026年11月24日/s)
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(await part('word/settings.xml')).toContain('evenAndOddHeaders')
    expect(await part('word/footer1.xml')).toMatch(/— .*PAGE.* —/s)
  })

  it('keeps a rare character in a font that has it', async () => {
    const body = await (await wordParts(named(RARE)))('word/document.xml')
    expect(body).toMatch(new RegExp(`w:eastAsia="SimSun-ExtB"[^>]*>(?:(?!</w:r>).)*${RARE}`, 'su'))
  })
})

describe('PDF', () => {
  it('embeds its fonts and is the same for the same document', () => {
    const pdf = writePdf(document, AT)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/\+NotoSansSC-Regular/)
    expect(writePdf(document, AT).equals(pdf)).toBe(true)
  })

  it('begins the annex on a new page and takes text as text, never as markup', () => {
    const pages = (from: OfficialDocument) =>
      Number(/\/Count (\d+)/.exec(writePdf(from, AT).toString('latin1'))?.[1])
    expect(pages(document)).toBe(2)
    expect(pages({ ...document, blocks: document.blocks.slice(0, -1) })).toBe(1)
    expect(
      pages({ ...document, blocks: [{ kind: 'paragraph', text: '#pagebreak() #panic("x") $ \\ " ` ] )' }] }),
    ).toBe(1)
  })

  it('draws a character it lacks without failing', () => {
    expect(writePdf(named(RARE), AT).length).toBeGreaterThan(1_000)
  })
})
