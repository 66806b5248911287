/// <reference types="vite/client" />

/** What the browser needs of the contract, made at build time (`vite.config.ts`). */
declare module 'virtual:contract' {
  import type { AUTH_PATHS, UNATTENDED_HEADER } from '@anye/contract/access/log-in'
  import type { contract } from '@anye/contract/contract'
  import type { CounterKey } from '@anye/contract/indicators/counters'

  /** Method and path of every endpoint, typed as the contract. */
  export const routes: typeof contract
  export const unattendedHeader: typeof UNATTENDED_HEADER
  export const authPaths: typeof AUTH_PATHS
  export const counterNames: Readonly<
    Record<CounterKey, { over: 'household' | 'person'; zh: string; en: string }>
  >
}

// Node's resolution takes antd for CommonJS, the bundler takes its ES modules: their default is the locale itself.
declare module 'antd/es/locale/zh_CN.js' {
  import type { ConfigProviderProps } from 'antd'
  const locale: NonNullable<ConfigProviderProps['locale']>
  export { locale as default }
}
declare module 'antd/es/locale/en_US.js' {
  import type { ConfigProviderProps } from 'antd'
  const locale: NonNullable<ConfigProviderProps['locale']>
  export { locale as default }
}
