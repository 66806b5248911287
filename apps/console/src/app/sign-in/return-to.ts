/** Where to go after signing in: an address of this console, never another site's. */
export function safeReturnTo(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/'
}
