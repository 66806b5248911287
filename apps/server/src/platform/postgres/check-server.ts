import type { Client } from 'pg'

const OLDEST_VERSION = 15

/**
 * Refuses a server on which Anye would run wrongly, embedded or external: too old, another encoding, letters
 * that exclude Chinese (name search would find nothing and say nothing), no pg_trgm, or a log-in that may not
 * create what it has to.
 *
 * @throws Error with a sentence that says what to do
 */
export async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding,
           exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams,
           (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as roles,
           has_database_privilege(current_database(), 'create') as schemas`)
  const facts = rows[0]
  if (!facts) throw new Error('The database server did not answer.')
  const fault = findFault(facts) ?? (await findLetterFault(client))
  if (fault) throw new Error(fault)
}

// Only asked of UTF-8: in another encoding the letter of the question itself would be the error.
async function findLetterFault(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ chinese: boolean }>(`select '就' ~ '^\\w$' as chinese`)
  if (rows[0]?.chinese) return undefined
  return `The database's LC_CTYPE knows no Chinese letters; create it with LC_CTYPE 'C.UTF-8' TEMPLATE template0.`
}

type Facts = { version: number; encoding: string; trigrams: boolean; roles: boolean; schemas: boolean }

function findFault(facts: Facts): string | undefined {
  if (facts.version < OLDEST_VERSION) {
    return `The database server is PostgreSQL ${facts.version}; Anye needs ${OLDEST_VERSION} or newer.`
  }
  if (facts.encoding !== 'UTF8') {
    return `The database has encoding ${facts.encoding}; create it with ENCODING 'UTF8' TEMPLATE template0.`
  }
  if (!facts.roles) return 'The log-in may not create the role anye_app; as a superuser: ALTER ROLE … CREATEROLE'
  if (!facts.schemas) return 'The log-in may not create schemas in the database; make it the owner: ALTER DATABASE … OWNER TO …'
  if (!facts.trigrams) return 'The database server lacks the extension pg_trgm; install the package postgresql-contrib.'
  return undefined
}
