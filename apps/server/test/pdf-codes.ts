import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'

/** Pixels a module, enough for a decoder to find the finder patterns. */
const SCALE = 4
/** A path of fewer rectangles is a line of the form and no code. */
const LEAST_RECTANGLES = 60
const RECTANGLE = String.raw`(\d+(?:\.\d+)?) (\d+(?:\.\d+)?) m\n(\d+(?:\.\d+)?) \S+ l\n\S+ (\d+(?:\.\d+)?) l\n\S+ \S+ l\nh\n`
const PATH = new RegExp(`(?:${RECTANGLE}){${LEAST_RECTANGLES},}`, 'g')

/**
 * What the QR codes drawn in a PDF say, in the order of the pages: each path of dark rectangles is laid out in pixels and
 * given to a decoder that knows nothing of how it was made. A code nobody can read comes out as ''.
 */
export function pdfCodes(pdf: Buffer): string[] {
  return contents(pdf).flatMap((content) => [...content.matchAll(PATH)].map(([path]) => decode(path)))
}

function contents(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)endstream/g)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')]
    } catch {
      // Not compressed: a table of characters.
      return []
    }
  })
}

/** Rectangles stand in modules, as the picture drew them; its white border is as wide on the far sides as on the near. */
function decode(path: string): string {
  const rectangles = [...path.matchAll(new RegExp(RECTANGLE, 'g'))].map(([, x = '', y = '', right = '', bottom = '']) => [x, y, right, bottom].map(Number))
  const [first = []] = rectangles
  const border = first[0] ?? 0
  const side = Math.max(...rectangles.map(([, , right = 0]) => right)) + border
  const width = side * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [x = 0, y = 0, right = 0, bottom = 0] of rectangles) {
    for (let row = y * SCALE; row < Math.round(bottom * SCALE); row++) {
      for (let column = x * SCALE; column < right * SCALE; column++) pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return jsqr.default(pixels, width, width)?.data ?? ''
}
