import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const SecretsFile = z.object({ appPassword: Hex32, keyEncryptionKey: Hex32, authSecret: Hex32 })

/** What must never enter the database, a log or a back-up by accident. */
export type Secrets = {
  /** Password of the database role `anye_app`. */
  appPassword: string
  /** 32 bytes that wrap the keys of field encryption, look-up hashes and the audit chain. Lost with it: all encrypted fields. */
  keyEncryptionKey: Buffer
  /** Signs session cookies. */
  authSecret: string
}

/** Reads the secrets, creating the file (mode 0600) on the first run. */
export function loadSecrets(file: string): Secrets {
  if (!existsSync(file)) createSecrets(file)
  const parsed = SecretsFile.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is damaged. Restore it from your back-up: without it encrypted fields cannot be read.`)
  const { appPassword, keyEncryptionKey, authSecret } = parsed.data
  return { appPassword, keyEncryptionKey: Buffer.from(keyEncryptionKey, 'hex'), authSecret }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A file cut off in the middle is as damaged as one with wrong contents.
    return undefined
  }
}

function createSecrets(file: string): void {
  const draw = () => randomBytes(32).toString('hex')
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${JSON.stringify({ appPassword: draw(), keyEncryptionKey: draw(), authSecret: draw() }, null, 2)}\n`, { mode: 0o600 })
  try {
    // link() refuses to replace: of two processes that start at once, one's secrets hold for both.
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
