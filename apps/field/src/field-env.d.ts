/// <reference types="vite/client" />

/** What a phone needs of the contract, made at build time (build/contract-for-phone.ts). */
declare module 'virtual:field-contract' {
  import type { FIELD_PATHS } from '@anye/contract/access/field-device'
  import type { AUTH_PATHS } from '@anye/contract/access/log-in'

  /** By id of the endpoint; paths hold parameters as {name}. */
  export const routes: Readonly<Record<string, { method: string; path: string } | undefined>>
  export const authPaths: typeof AUTH_PATHS
  export const fieldPaths: typeof FIELD_PATHS
  export const handOverPath: string
}

declare module 'virtual:field-places' {
  /** `code name` a line, sorted by code. */
  export const placeLines: string
}
