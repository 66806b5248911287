import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPostmaster } from './postmaster.ts'

/** Another process that makes the file and takes it away again, without pause, as servers do when they start and stop. */
const FLICKER = `
  const { rmSync, writeFileSync } = require('node:fs')
  const file = process.argv[1]
  process.stdout.write('on')
  for (;;) {
    writeFileSync(file, '999999999\\n')
    rmSync(file)
  }
`

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'anye-postmaster-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the postmaster of a data directory', () => {
  it('is nobody without a file, and nobody when the number belongs to a program that works elsewhere', () => {
    expect(findPostmaster(dir)).toBeUndefined()
    writeFileSync(join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n1\n5432\n\n127.0.0.1\n\nready\n`)
    expect(findPostmaster(dir)).toBeUndefined()
  })

  it('is nobody, and no fault, while a server takes its file away', async () => {
    const flicker = spawn(process.execPath, ['-e', FLICKER, join(dir, 'postmaster.pid')], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await once(flicker.stdout, 'data')
      for (let look = 0; look < 20_000; look += 1) expect(findPostmaster(dir)).toBeUndefined()
    } finally {
      flicker.kill('SIGKILL')
      await once(flicker, 'exit')
    }
  })
})
