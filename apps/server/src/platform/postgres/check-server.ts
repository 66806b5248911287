import type { Client } from 'pg'

const OLDEST_VERSION = 15

/**
 * Refuses a server on which Anye would run wrongly, embedded or external: too old, another encoding, letters
 * that exclude Chinese (name search would find nothing and say nothing), or no pg_trgm.
 *
 * @throws Error with a sentence that says what to do
 */
export async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding,
           '就' ~ '^\\w$' as chinese,
           exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams`)
  const facts = rows[0]
  if (!facts) throw new Error('The database server did not answer.')
  const fault = findFault(facts)
  if (fault) throw new Error(fault)
}

type Facts = { version: number; encoding: string; chinese: boolean; trigrams: boolean }

function findFault(facts: Facts): string | undefined {
  if (facts.version < OLDEST_VERSION) {
    return `The database server is PostgreSQL ${facts.version}; Anye needs ${OLDEST_VERSION} or newer.`
  }
  if (facts.encoding !== 'UTF8') {
    return `The database has encoding ${facts.encoding}; create it with ENCODING 'UTF8' TEMPLATE template0.`
  }
  if (!facts.chinese) {
    return `The database's LC_CTYPE knows no Chinese letters; create it with LC_CTYPE 'C.UTF-8' TEMPLATE template0.`
  }
  if (!facts.trigrams) return 'The database server lacks the extension pg_trgm; install the package postgresql-contrib.'
  return undefined
}
