import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PDF_FAMILY, PDF_FONT_FILES } from './fonts.ts'

/**
 * Compilations that a cached part of the last documents survives; fonts and template are what is worth
 * keeping.
 */
const CACHE_AGE = 4

let compiler: NodeCompiler | undefined

export type TypstSource = {
  /** Text of the template. */
  template: string
  /** What the template reads as `sys.inputs`, beside `family`. */
  inputs: Readonly<Record<string, string>>
  /** Instant for the file's own date, in milliseconds since 1970 UTC. */
  at: number
  /** Structure for screen readers; it doubles the size of a paper that is only ever printed. */
  tagged?: boolean
}

/**
 * Draws a template as PDF with the embedded family; blocks this process while it does.
 * @throws Error with the first fault of the template
 */
export function compileTypst({ template, inputs, at, tagged = true }: TypstSource): Buffer {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: PDF_FONT_FILES.map((file) => readFileSync(file)) }],
  })
  const compiled = compiler.compile({ mainFileContent: template, inputs: { ...inputs, family: PDF_FAMILY } })
  const drawn = compiled.result
  if (drawn === null)
    throw new Error(`The document cannot be drawn: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  const pdf = compiler.pdf(drawn, { creationTimestamp: Math.floor(at / 1000), pdfTags: tagged })
  compiler.evictCache(CACHE_AGE)
  return pdf
}
