import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeRectangles, pdfCodes } from '../../../test/pdf-codes.ts'
import { drawPaper } from './draw-paper.ts'
import { qrPicture } from './qr-picture.ts'
import { drawableJson } from './write-pdf.ts'

const AT = Date.parse('2026-11-24T12:00:00+08:00')
let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'anye-paper-')) })
afterAll(() => rm(folder, { recursive: true }))

const draw = async (template: string, codes: string[], model: object = {}) => {
  const path = join(folder, 'a.typ')
  await writeFile(path, template)
  return drawPaper({ templates: [path], document: drawableJson(model), codes, at: AT })
}
const ALL_CODES = `#let doc = json(bytes(sys.inputs.document))
#for code in json(bytes(sys.inputs.codes)) { image(bytes(code), format: "svg", width: 3cm) }
#set text(font: sys.inputs.family, fallback: false)
#doc.at("name", default: "")`

describe('a paper drawn in a process of its own', () => {
  it('holds its QR codes as drawings that a decoder reads back, in order', async () => {
    const texts = ['https://anye.example/field/c/0123456789abcdef', 'x', 'https://a-much-longer-address.of-a-county.example:8443/field/c/zyxwvtsrqpnmkjhg']
    expect(pdfCodes(await draw(ALL_CODES, texts))).toEqual(texts)
  })

  it('keeps a code readable when a stain covers part of it', () => {
    const text = 'https://anye.example/field/c/0123456789abcdef'
    const modules = [...qrPicture(text).matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(length)] as const)
    const rectangles = modules.map(([x, y, length]) => [x, y, x + length, y + 1] as const)
    const stained = rectangles.filter(([, y, right]) => right < 16 || y < 17 || right > 26 || y > 24)
    expect(stained.length).toBeLessThan(rectangles.length - 10)
    expect(decodeRectangles(stained)).toBe(text)
  })

  it('draws a character its font lacks as a mark and goes on', async () => {
    expect((await draw(ALL_CODES, ['x'], { name: '韦\u{20BB7}明' })).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('says what is wrong with a template, and leaves the next paper alone', async () => {
    await expect(draw('#panic("broken")', [])).rejects.toThrow(/cannot be drawn.*broken/)
    await expect(draw('#let open = (', [])).rejects.toThrow('cannot be drawn')
    expect((await draw('fine', [])).length).toBeGreaterThan(500)
  })
})
