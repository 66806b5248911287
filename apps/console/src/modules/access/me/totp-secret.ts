/** The key of an `otpauth://` address in groups of four, as it is typed into an authenticator by hand. */
export function secretOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
