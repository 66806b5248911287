import { sql } from 'kysely'
import { firstRow, rows, type Tx } from './db.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const BYTES_TYPE = 'application/octet-stream'

/** What the database knows of a file; `at` is in milliseconds since 1970 UTC, the bytes lie in the file store under `id`. */
export type FileRecord = {
  id: string; name: string; mediaType: string; bytes: number; sha256: Buffer; purpose: 'upload' | 'annotated' | 'template' | 'export'
  ownerId: string; at: number
  /** When it may no longer be fetched, in milliseconds since 1970 UTC; kept for good without. */
  expiresAt?: number
}

export async function insertFile(tx: Tx, file: FileRecord): Promise<void> {
  await sql`insert into platform.file (id, name, media_type, bytes, sha256, purpose, owner_id, created_at, expires_at)
    values (${file.id}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.purpose}, ${file.ownerId},
      ${new Date(file.at)}, ${file.expiresAt === undefined ? null : new Date(file.expiresAt)})`.execute(tx)
}

/** A file that this person uploaded. */
export async function findUpload(tx: Tx, id: string, ownerId: string): Promise<{ name: string; sha256: Buffer } | undefined> {
  return firstRow(tx, sql<{ name: string; sha256: Buffer }>`
    select name, sha256 from platform.file where id = ${id} and owner_id = ${ownerId} and purpose = 'upload'`)
}

/** Files of a purpose whose time is over. `now` in milliseconds since 1970 UTC. */
export async function listExpiredFiles(tx: Tx, purpose: FileRecord['purpose'], now: number): Promise<string[]> {
  const found = await rows(tx, sql<{ id: string }>`
    select id from platform.file where purpose = ${purpose} and expires_at <= ${new Date(now)}`)
  return found.map((file) => file.id)
}

export async function removeFile(tx: Tx, id: string): Promise<void> {
  await sql`delete from platform.file where id = ${id}`.execute(tx)
}
