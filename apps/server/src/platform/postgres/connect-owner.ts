import { Client } from 'pg'
import { checkServer } from './check-server.ts'

const PATIENCE_MS = 10_000
/** Codes of the operating system, of name resolution and of pg's own time limit. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'])
// SQLSTATE: invalid_password, invalid_authorization_specification, invalid_catalog_name
const [WRONG_PASSWORD, WRONG_USER, NO_DATABASE] = ['28P01', '28000', '3D000']

/**
 * Connects to the external server of DATABASE_URL and refuses one on which Anye would run wrongly.
 * @throws Error with a sentence that says what to do, without the password
 */
export async function connectAsOwner(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  try {
    await client.connect()
    await checkServer(client)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw explained(error, new URL(url))
  }
}

function explained(cause: unknown, { hostname, port, username, pathname }: URL): unknown {
  if (!(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  const place = `${hostname}:${port || 5432}`
  const database = decodeURIComponent(pathname.slice(1))
  if (UNREACHABLE.has(code) || /timeout/i.test(cause.message)) {
    return new Error(`No PostgreSQL answers at ${place}. Start it, or correct DATABASE_URL; without DATABASE_URL the embedded one runs.`, { cause })
  }
  if (code === WRONG_PASSWORD || code === WRONG_USER) {
    return new Error(`PostgreSQL at ${place} refuses the log-in "${decodeURIComponent(username)}". Correct user and password in DATABASE_URL.`, { cause })
  }
  if (code === NO_DATABASE) {
    return new Error(`There is no database "${database}" at ${place}. Create it: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 ${database}`, { cause })
  }
  return cause
}
