/** `anye doctor [--brief]`: says what this machine lacks and what to do. `--brief` says only what prevents a start. */
import { parseArgs } from 'node:util'
import { loadConfig } from '../platform/config.ts'
import { examine, type Finding } from '../platform/doctor/examine.ts'

const SIGNS: Record<Finding['state'], string> = { good: 'ok    ', hint: 'hint  ', fault: 'FAULT ' }

try {
  const { values } = parseArgs({ options: { brief: { type: 'boolean', default: false } } })
  const findings = await examine(loadConfig(process.env), { brief: values.brief })
  for (const { state, what, advice } of findings) {
    if (values.brief && state !== 'fault') continue
    console.log(`${SIGNS[state]}${what}${advice ? `\n      ${advice}` : ''}`)
  }
  process.exitCode = findings.some(({ state }) => state === 'fault') ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
