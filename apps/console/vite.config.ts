import { gzipSync } from 'node:zlib'
import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { AUTH_PATHS, UNATTENDED_HEADER } from '@anye/contract/access/log-in'
import { contract } from '@anye/contract/contract'
import { COUNTERS } from '@anye/contract/indicators/counters'

const SERVER = process.env['ANYE_SERVER'] ?? 'http://127.0.0.1:8080'
const CONTRACT_MODULE = 'virtual:contract'
const WORTH_COMPRESSING = 1024

/**
 * Gives the browser only method and path of every endpoint, the log-in paths and the names of counters. Types come from the contract
 * itself; its schemas, the SQL of counters and the division list stay on the server.
 */
function contractForBrowser(): Plugin {
  const counterNames = Object.fromEntries(
    Object.entries(COUNTERS).map(([key, { over, zh, en }]) => [key, { over, zh, en }]),
  )
  const code =
    `export const routes = ${JSON.stringify(minifyContractRouter(contract))}\n` +
    `export const unattendedHeader = ${JSON.stringify(UNATTENDED_HEADER)}\n` +
    `export const authPaths = ${JSON.stringify(AUTH_PATHS)}\n` +
    `export const counterNames = ${JSON.stringify(counterNames)}\n`
  return {
    name: 'anye-contract',
    resolveId: (id) => (id === CONTRACT_MODULE ? `\0${CONTRACT_MODULE}` : undefined),
    load: (id) => (id === `\0${CONTRACT_MODULE}` ? code : undefined),
  }
}

/** Compressed once here instead of by the server for every reader: over a county's line the first page comes in a third of the time. */
function compressedBeside(): Plugin {
  return {
    name: 'anye-compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const text = file.type === 'chunk' ? file.code : file.source
          if (!/\.(?:js|css)$/.test(file.fileName) || text.length < WORTH_COMPRESSING) continue
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(text, { level: 9 }) })
        }
      },
    },
  }
}

export default defineConfig({
  plugins: [react(), contractForBrowser(), compressedBeside()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Font slices stay files: a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/, priority: 3 },
            { name: 'data', test: /node_modules[\\/](@orpc|@tanstack)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  // The server refuses a log-in whose Origin is not its Host: the proxy passes the browser's host on.
  server: {
    port: 5173,
    proxy: { '/api': { target: SERVER, changeOrigin: false }, '/auth': { target: SERVER, changeOrigin: false } },
  },
})
