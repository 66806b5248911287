/**
 * The browser journeys: real server, real PostgreSQL, real Chromium, one small demo prefecture for all of them.
 * `--only TEXT` walks the journeys whose area or title has it; `--from HOME` copies a loaded home instead of loading one.
 * Pictures of what failed go to test-results/. Ends with `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { openBrowsing } from './browsing.ts'
import { buildFaces } from './build-faces.ts'
import type { Journey, Stage } from './journey.ts'
import { JOURNEYS } from './journeys.ts'
import { openWorld } from './world.ts'

const say = (line: string): void => console.log(`  ${line}`)
const LAST_WORDS = 3_000
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

const { values } = parseArgs({ options: { only: { type: 'string' }, from: { type: 'string' } } })
const started = performance.now()
for (const face of await buildFaces()) say(`built: ${face}`)
const world = await openWorld(values.from, say)
const tally = { passed: 0, failed: 0 }
try {
  say(`the server answers at ${world.address}, ${seconds(started)}`)
  const browsing = await openBrowsing(world.address)
  try {
    for (const [area, journeys] of Object.entries(JOURNEYS)) {
      for (const [index, journey] of journeys.entries()) {
        if (!`${area} ${journey.title}`.includes(values.only ?? '')) continue
        const ok = await walked({ world, browsing }, journey, `${area}-${index + 1}`)
        tally[ok ? 'passed' : 'failed']++
      }
    }
  } finally {
    await browsing.close()
  }
} finally {
  await world.stop()
}
say(`all in ${seconds(started)}`)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

/** A journey fails by what it finds, and by an error or a request to another host on any page it visited. */
async function walked(stage: Stage, { title, walk }: Journey, name: string): Promise<boolean> {
  const begun = performance.now()
  try {
    await walk(stage)
    const complaints = stage.browsing.complaints()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
    await stage.browsing.leave(undefined)
    say(`✓ ${title}, ${seconds(begun)}`)
    return true
  } catch (error) {
    await stage.browsing.leave(name)
    say(`✗ ${title}, ${seconds(begun)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    if (stage.world.log() !== '') say(`the server's last words:\n${stage.world.log().slice(-LAST_WORDS)}`)
    return false
  }
}
