import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from './refusal.ts'

/** Largest upload, in bytes (64 MiB); a 200 MB roster is told to split itself. */
export const UPLOAD_LIMIT_BYTES = 64 * 1024 * 1024

export type StoredFile = { path: string; bytes: number; sha256: Buffer }
export type FileStore = {
  /** Streams bytes to disk; refuses `too_large` beyond `limitBytes` (uploads' 64 MiB) and leaves nothing behind. */
  save: (id: string, source: Readable, limitBytes?: number) => Promise<StoredFile>
  pathOf: (id: string) => string
  read: (id: string) => ReadStream
  size: (id: string) => Promise<number>
  remove: (id: string) => Promise<void>
}

/** Files under `<home>/files`, spread over 256 folders by the last characters of the (time-ordered) id. */
export function openFileStore(home: string, limit = UPLOAD_LIMIT_BYTES): FileStore {
  const pathOf = (id: string) => join(home, 'files', id.slice(-2), id)
  return {
    pathOf,
    read: (id) => createReadStream(pathOf(id)),
    size: async (id) => (await stat(pathOf(id))).size,
    remove: (id) => rm(pathOf(id), { force: true }),
    save: async (id, source, limitBytes = limit) => {
      const path = pathOf(id)
      await mkdir(join(path, '..'), { recursive: true })
      const digest = createHash('sha256')
      let bytes = 0
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          digest.update(chunk)
          if (bytes > limitBytes) done(new Refusal('too_large', { limitBytes }))
          else done(null, chunk)
        },
      })
      try {
        await pipeline(source, meter, createWriteStream(path, { mode: 0o600 }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { path, bytes, sha256: digest.digest() }
    },
  }
}
