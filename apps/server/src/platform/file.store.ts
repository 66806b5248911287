import { sql } from 'kysely'
import { firstRow, type Tx } from './db.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const BYTES_TYPE = 'application/octet-stream'

/** What the database knows of a file; `at` is in milliseconds since 1970 UTC, the bytes lie in the file store under `id`. */
export type FileRecord = {
  id: string; name: string; mediaType: string; bytes: number; sha256: Buffer; purpose: 'upload' | 'annotated' | 'template' | 'export'
  ownerId: string; at: number
}

export async function insertFile(tx: Tx, file: FileRecord): Promise<void> {
  await sql`insert into platform.file (id, name, media_type, bytes, sha256, purpose, owner_id, created_at)
    values (${file.id}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.purpose}, ${file.ownerId},
      ${new Date(file.at)})`.execute(tx)
}

/** A file that this person uploaded. */
export async function findUpload(tx: Tx, id: string, ownerId: string): Promise<{ name: string; sha256: Buffer } | undefined> {
  return firstRow(tx, sql<{ name: string; sha256: Buffer }>`
    select name, sha256 from platform.file where id = ${id} and owner_id = ${ownerId} and purpose = 'upload'`)
}
