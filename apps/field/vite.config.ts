import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { contractForPhone } from './build/contract-for-phone.ts'
import { offline } from './build/offline.ts'
import { placesForPhone } from './build/places-for-phone.ts'

const SERVER = process.env['ANYE_SERVER'] ?? 'http://127.0.0.1:8080'
const WORTH_COMPRESSING = 1024

/** Compressed once here instead of by the server for every phone. */
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

/** Android 9 as it came in 2019: its web view is Chrome 69. Syntax is lowered, what the engine lacks is refused by src/bundle.test.ts. */
const OLDEST = 'chrome69'

export default defineConfig({
  base: '/field/',
  plugins: [react(), contractForPhone(), placesForPhone(), offline(), compressedBeside()],
  build: {
    outDir: 'dist',
    target: OLDEST,
    cssTarget: OLDEST,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: { app: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  // The server refuses a log-in whose Origin is not its Host: the proxy passes the browser's host on.
  server: {
    port: 5174,
    proxy: { '/api': { target: SERVER, changeOrigin: false }, '/auth': { target: SERVER, changeOrigin: false } },
  },
})
