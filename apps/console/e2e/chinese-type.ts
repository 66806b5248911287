import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './processes.ts'

const FACES = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')

/**
 * Environment for a browser that is to draw Chinese with the type of the machine: a phone has some, a bare server none. The faces are
 * those that the papers are drawn with, beside whatever the machine has.
 */
export function withChineseType(): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'anye-type-'))
  const path = join(folder, 'fonts.conf')
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${FACES}/400Regular</dir><dir>${FACES}/600SemiBold</dir><cachedir>${folder}</cachedir>
</fontconfig>`)
  return { ...process.env, FONTCONFIG_FILE: path }
}
