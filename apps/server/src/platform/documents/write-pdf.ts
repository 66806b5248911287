import { readFileSync } from 'node:fs'
import { compileTypst } from './compile-typst.ts'
import { isDrawable } from './fonts.ts'
import { drawable, flagMissing } from './flag-missing.ts'
import type { OfficialDocument } from './official-document.ts'
import { OFFICIAL_LAYOUT } from './official-layout.ts'

/**
 * The document as PDF, drawn by Typst with its font embedded; about half a second. `at`: instant for the
 * file's date.
 */
export function writePdf(document: OfficialDocument, at: number): Buffer {
  return compileTypst({
    template: readFileSync(new URL('official.typ', import.meta.url), 'utf8'),
    inputs: { document: drawableJson(flagMissing(document, isDrawable)), layout: JSON.stringify(OFFICIAL_LAYOUT) },
    at,
  })
}

/** A model as JSON, with every character that the embedded font lacks replaced by 〓. */
export function drawableJson(model: unknown): string {
  return JSON.stringify(model, (_key, member: unknown) =>
    typeof member === 'string' ? drawable(member, isDrawable) : member,
  )
}
