import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadConfig } from '../config.ts'
import { checkMemory, checkNode, examine, judgeDisk } from './examine.ts'

describe('the doctor', () => {
  it('finds nothing that prevents a start on the machine of the tests', async () => {
    const home = mkdtempSync(join(tmpdir(), 'anye-doctor-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    const findings = await examine(loadConfig({ ANYE_HOME: home }), { brief: false })
    expect(findings.filter(({ state }) => state === 'fault')).toEqual([])
    expect(findings.length).toBe(9)
  })

  it('says what to do about each thing it finds wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anye-doctor-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'file'), '')
    const env = { ANYE_HOME: join(folder, 'file', 'home'), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const faults = (await examine(loadConfig(env), { brief: true })).filter(({ state }) => state === 'fault')
    expect(faults.map(({ what }) => what)).toEqual([`${env.ANYE_HOME} cannot be written`, 'The database cannot be used'])
    expect(faults.every(({ advice }) => advice !== undefined && advice.length > 10)).toBe(true)
  })

  it('knows how much is enough', () => {
    const GIB = 2 ** 30
    expect([0.5, 5, 50].map((gib) => judgeDisk(gib * GIB, '/').state)).toEqual(['fault', 'hint', 'good'])
    expect([1, 4].map((gib) => checkMemory(gib * GIB).state)).toEqual(['hint', 'good'])
    expect(['v22.4.0', 'v24.21.0', 'v26.0.0'].map((version) => checkNode(version).state)).toEqual(['fault', 'good', 'good'])
  })
})
