import { createHash, createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const StoredFile = z.object({ path: z.string(), bytes: z.number().int(), sha256: Sha256 })

/** The contents of a back-up, written last: a folder without a manifest is a back-up that was cut off. */
export const Manifest = z.object({
  format: z.literal(1),
  /** When the snapshot was taken, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** Schema files of the database; restore applies exactly these before it loads. */
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** In an order in which foreign keys hold. `path` is gzipped text of COPY. */
  tables: z.array(StoredFile.extend({ table: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.object({ sequence: z.string(), value: z.string(), called: z.boolean() })),
  /** Uploads and documents, relative to `files` here and in ANYE_HOME. */
  files: z.array(StoredFile),
  secrets: z.object({ included: z.boolean(), fingerprint: z.string() }),
})
export type Manifest = z.infer<typeof Manifest>

/** Tells whether two installations share the key-encryption key, without telling the key. */
export function fingerprintOf(keyEncryptionKey: Buffer): string {
  return createHmac('sha256', keyEncryptionKey).update('anye back-up').digest('hex').slice(0, 16)
}

/** SHA-256 of a file in hex, and its length. */
export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      digest.update(chunk)
      bytes += chunk.length
    }
  })
  return { bytes, sha256: digest.digest('hex') }
}
