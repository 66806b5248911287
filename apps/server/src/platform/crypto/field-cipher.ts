/**
 * Seals and opens personal fields. `field` names the column (`registry.person.id_no`) and is bound into the sealed
 * value, so a value moved to another column does not open.
 */
export type FieldCipher = {
  readonly suite: 'aes' | 'sm'
  seal(field: string, plain: string): Buffer
  open(field: string, sealed: Buffer): string
  /** Keyed hash of a normalised value, stable over key rotation: the only way to look a person up by a number. */
  lookup(field: string, normalised: string): Buffer
}
