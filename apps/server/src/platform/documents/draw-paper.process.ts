import { readFileSync } from 'node:fs'
import { compileTypst } from './compile-typst.ts'
import type { DrawAnswer, DrawOrder } from './draw-paper.ts'
import { qrPicture } from './qr-picture.ts'

/** The drawing process: draws one paper and ends with the process that asked for it. */
process.on('message', (order: DrawOrder) => process.send?.(draw(order)))
// The server went away: nobody is left to draw for.
process.on('disconnect', () => process.exit(0))

function draw({ templates, document, codes, at }: DrawOrder): DrawAnswer {
  try {
    const template = templates.map((path) => readFileSync(path, 'utf8')).join('\n')
    const inputs = { document, codes: JSON.stringify(codes.map(qrPicture)) }
    return { pdf: compileTypst({ template, inputs, at, tagged: false }) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
