import { suiteAes } from './suite-aes.ts'
import { suiteSm } from './suite-sm.ts'
import type { Suite, SuiteName } from './suite.ts'

export const SUITES = { aes: suiteAes, sm: suiteSm } as const satisfies Record<SuiteName, Suite>

/** The suite of an envelope's second byte, if the byte is known. */
export function findSuite(code: number): Suite | undefined {
  return Object.values(SUITES).find((suite) => suite.code === code)
}
