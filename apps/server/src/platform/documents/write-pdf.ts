import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { isDrawable, PDF_FAMILY, PDF_FONT_FILES } from './fonts.ts'
import { drawable, flagMissing } from './flag-missing.ts'
import type { OfficialDocument } from './official-document.ts'
import { OFFICIAL_LAYOUT } from './official-layout.ts'

/**
 * Compilations that a cached part of the last documents survives; fonts and template are what is worth
 * keeping.
 */
const CACHE_AGE = 4

let compiler: NodeCompiler | undefined

/**
 * The document as PDF, drawn by Typst with its font embedded; about half a second. `at`: instant for the
 * file's date.
 */
export function writePdf(document: OfficialDocument, at: number): Buffer {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: PDF_FONT_FILES.map((file) => readFileSync(file)) }],
  })
  const compiled = compiler.compile({
    mainFileContent: readFileSync(new URL('official.typ', import.meta.url), 'utf8'),
    inputs: { document: drawableJson(document), layout: JSON.stringify(OFFICIAL_LAYOUT), family: PDF_FAMILY },
  })
  const drawn = compiled.result
  if (drawn === null)
    throw new Error(`The document cannot be drawn: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  const pdf = compiler.pdf(drawn, { creationTimestamp: Math.floor(at / 1000) })
  compiler.evictCache(CACHE_AGE)
  return pdf
}

function drawableJson(document: OfficialDocument): string {
  const flagged = flagMissing(document, isDrawable)
  return JSON.stringify(flagged, (_key, member: unknown) =>
    typeof member === 'string' ? drawable(member, isDrawable) : member,
  )
}
