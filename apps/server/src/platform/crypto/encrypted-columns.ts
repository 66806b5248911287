/**
 * Every encrypted column of the product: key rotation walks this table, and a test compares it with the
 * database. The field `phone` lies in the column `phone_sealed`. All these tables have the key `id uuid`.
 */
export const ENCRYPTED_TABLES = [
  { table: 'registry.household', fields: ['phone'] },
  { table: 'registry.person', fields: ['id_no', 'phone', 'bank_no'] },
  { table: 'registry.contact', fields: ['phone'] },
  { table: 'organization.holder', fields: ['phone'] },
  { table: 'auth.field_device', fields: ['recovery_key'] },
  { table: 'cards.parked', fields: ['payload'] },
] as const

export type EncryptedTable = (typeof ENCRYPTED_TABLES)[number]

type FieldOf<T> = T extends {
  table: infer Table extends string
  fields: readonly (infer Field extends string)[]
}
  ? `${Table}.${Field}`
  : never

/** `<schema>.<table>.<field>`: the label under which a value is sealed, bound into it. */
export type EncryptedField = FieldOf<EncryptedTable>

/**
 * What a keyed hash is taken of. By meaning, not by column, so that the phone of a household and of a person
 * compare. `id_last4` has ten thousand values only: whoever reads the column can count how often each occurs.
 */
export type LookupField = 'id_no' | 'id_last4' | 'phone' | 'bank_no'
