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

function decode(path: string): string {
  return decodeRectangles([...path.matchAll(new RegExp(RECTANGLE, 'g'))].map(([, x, y, right, bottom]) => [Number(x), Number(y), Number(right), Math.floor(Number(bottom))]))
}

/** What dark rectangles (left, top, right, bottom, in modules) say; their white border is as wide on the far sides as on the near. '' for nothing. */
export function decodeRectangles(rectangles: readonly (readonly [number, number, number, number])[]): string {
  const border = Math.min(...rectangles.map(([x]) => x))
  const width = (Math.max(...rectangles.map(([, , right]) => right)) + border) * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [x, y, right, bottom] of rectangles) {
    for (let row = y * SCALE; row < bottom * SCALE; row++) {
      for (let column = x * SCALE; column < right * SCALE; column++) pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return jsqr.default(pixels, width, width)?.data ?? ''
}
