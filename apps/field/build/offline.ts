import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'service-worker.js'
/** Written in src/service-worker.ts where the list goes. */
const PLACE = '__ANYE_FILES__'

/**
 * Tells the service worker every file of the build, with a version made of their contents: the app opens without a network and changes
 * as a whole (docs/decisions/0019-own-service-worker.md).
 */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'anye-offline',
    apply: 'build',
    configResolved: (config) => { publicDir = config.publicDir },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER]
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${WORKER}`)
        const files = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER && !/\.(?:gz|map)$/.test(fileName))
        const hash = createHash('sha256')
        for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
        const published = readdirSync(publicDir).sort()
        for (const name of published) hash.update(name).update(readFileSync(join(publicDir, name)))
        const list = { version: hash.digest('hex').slice(0, 16), files: [...files.map(({ fileName }) => fileName), ...published].sort() }
        if (!worker.code.includes(PLACE)) throw new Error(`${WORKER} has no place for the list of files`)
        worker.code = worker.code.replace(PLACE, JSON.stringify(list))
      },
    },
  }
}
