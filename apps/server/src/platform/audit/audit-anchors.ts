import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { AuditHead } from './seal-audit.ts'

const AnchorLine = z.object({
  at: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** A head of the chain that was noted outside the database. */
export type AuditAnchor = z.infer<typeof AnchorLine>

export function anchorFile(home: string): string {
  return join(home, 'audit-anchors.jsonl')
}

/**
 * Notes the head in the home folder, where the owner of the database cannot reach it. Does nothing for an
 * empty chain.
 */
export async function writeAnchor(home: string, head: AuditHead, now: number): Promise<void> {
  if (head.seq === 0) return
  const file = anchorFile(home)
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify({ at: new Date(now).toISOString(), ...head })}\n`, { mode: 0o600 })
}

/** All anchors noted so far. A last line that a crash cut short is passed over; any other damage throws. */
export async function readAnchors(home: string): Promise<AuditAnchor[]> {
  const file = anchorFile(home)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  // A finished line ends in a newline, so what stands after the last one was never finished.
  lines.pop()
  return lines.map((line, index) => {
    try {
      return AnchorLine.parse(JSON.parse(line))
    } catch (cause) {
      throw new Error(`${file} is damaged in line ${index + 1}`, { cause })
    }
  })
}

/** Reads `SEQ:HASH` as printed in a war report. Throws a sentence for people. */
export function parseAnchor(text: string): AuditAnchor {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text.trim()) ?? []
  if (seq === undefined || hash === undefined)
    throw new Error('An anchor is written SEQ:HASH with 64 hexadecimal digits, as printed in the report.')
  return { at: 'given', seq: Number(seq), hash: hash.toLowerCase() }
}
