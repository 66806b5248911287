import type { Client } from 'pg'

/** Columns that hold something about a person, by name; each is explained by a comment where it is made. */
const PERSONAL = new RegExp(`(^|_)(${[
  'name', 'phone', 'id_no', 'bank_no', 'sealed', 'lookup', 'email', 'ip_address', 'password', 'address', 'sex', 'birth', 'ethnic', 'marital', 'political',
  'health', 'disability', 'dibao', 'tekun', 'wage', 'employer_raw', 'intent', 'relation', 'per_capita_income', 'causes', 'reason', 'register_division',
].join('|')})(_|$)`)
/** Names of things, settings of wages, reasons of decisions: nothing about a person of the registry or an official. */
const NOT_PERSONAL = new RegExp(`^(${[
  String.raw`organization\.(division|reporting_unit|village|organisation|grid)\..*`, String.raw`platform\.(file|migration|definition|audit_entry)\.(name|reason)`,
  String.raw`registry\.import\.file_name`, String.raw`.*\.(user_name|group_name|grid_name|wage_basis|wage_monthly|end_reason|ended_reason)`,
  String.raw`auth\.(user\.(email_verified|display_username|username)|account\..*|log_in_failure\..*)`, String.raw`organization\.user_account\.must_change_password`,
  String.raw`registry\.version\.reason`, String.raw`reporting\.export_request\.reason`, String.raw`platform\.crypto_key\..*`,
].join('|')})$`)

export type CommentedColumn = { table: string; column: string; comment: string | null }

/** Every personal column of a migrated database with its comment, in the order of the tables. */
export async function listPersonalColumns(client: Client): Promise<CommentedColumn[]> {
  const { rows } = await client.query<CommentedColumn>(`
    select n.nspname || '.' || c.relname as table, a.attname as column, col_description(c.oid, a.attnum) as comment
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('platform', 'auth', 'organization', 'registry', 'cards', 'indicators', 'command', 'reporting')
      and a.attnum > 0 and not a.attisdropped
    order by array_position(array['registry', 'cards', 'indicators', 'command', 'reporting', 'organization', 'auth', 'platform'], n.nspname::text), c.relname, a.attnum`)
  return rows.filter(({ table, column }) => PERSONAL.test(column) && !NOT_PERSONAL.test(`${table}.${column}`))
}
