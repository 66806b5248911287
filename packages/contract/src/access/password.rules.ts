/** Shortest and longest password in characters; the upper bound keeps hashing from becoming an attack. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const

/**
 * Complexity of a password (GB/T 22239-2019 8.1.4.1): length, letters, digits and a symbol, and not the user
 * name. The console asks before it sends, the server before it stores.
 */
export function checkPassword(password: string, userName: string): 'password_weak' | undefined {
  const length = [...password].length
  const strong =
    length >= PASSWORD_LENGTH.least &&
    length <= PASSWORD_LENGTH.most &&
    /\p{L}/u.test(password) &&
    /\d/.test(password) &&
    /[^\p{L}\d\s]/u.test(password) &&
    !password.toLowerCase().includes(userName.toLowerCase())
  return strong ? undefined : 'password_weak'
}
