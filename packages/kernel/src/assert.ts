/** Marks a branch the type system says cannot be reached; reaching it means data broke its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}

/**
 * Returns `value`, or throws when it is absent. For facts the code has just established and the compiler
 * cannot see (an index inside bounds, a row just inserted), never for input of a user.
 */
export function must<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new Error(message)
  return value
}
