/// <reference types="vite/client" />

/** What the browser needs of the contract, made at build time (`vite.config.ts`). */
declare module 'virtual:contract' {
  /** Method and path of every endpoint, typed as the contract. */
  export const routes: typeof import('@anye/contract/contract').contract
  export const authPaths: typeof import('@anye/contract/access/log-in').AUTH_PATHS
  export const counterNames: Readonly<
    Record<
      import('@anye/contract/indicators/counters').CounterKey,
      { over: 'household' | 'person'; zh: string; en: string }
    >
  >
}

// Node's resolution takes antd for CommonJS, the bundler takes its ES modules: their default is the locale itself.
declare module 'antd/es/locale/zh_CN.js' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export { locale as default }
}
declare module 'antd/es/locale/en_US.js' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export { locale as default }
}
