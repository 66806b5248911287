import { sql, type RawBuilder } from 'kysely'

// Sealed values are sealed anew each time, so equal numbers look different; their look-up hashes are compared instead.
const SEALED = ['id_no_sealed', 'phone_sealed', 'bank_no_sealed']
// Follows from another field, or changes whenever a row is inserted above: no change of the person.
const DERIVED = ['name_pinyin', 'name_initials', 'id_last4_lookup', 'seq']

/**
 * The fields of a staged payload that would change the stored row, as `{key, before, after}`: a sealed field under its
 * own name with the word `sealed` for its values. A day of death that is known stays.
 * @param payload the staged `payload`; @param stored the stored row, an alias of household or person
 */
export function changedFields(payload: RawBuilder<unknown>, stored: 'h' | 'p'): RawBuilder<unknown> {
  const row = sql`to_jsonb(${sql.ref(stored)})`
  const isSealed = sql`k.key like '%\\_lookup'`
  return sql`(
    select case when ${isSealed} then left(k.key, -7) else k.key end as key,
      case when not (${isSealed}) then ${row} -> k.key when ${row} ->> k.key is null then 'null' else '"sealed"' end as before,
      case when ${isSealed} then '"sealed"' else k.value end as after
    from jsonb_each(${payload} - ${[...SEALED, ...DERIVED]}::text[]) k
    where k.value is distinct from ${row} -> k.key and not (k.key = 'exit_on' and ${row} ->> 'exit_on' is not null))`
}
