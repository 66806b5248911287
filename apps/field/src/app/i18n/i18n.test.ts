import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { fill } from './translate.ts'
import { zh } from './zh-CN.ts'

const SOURCE = fileURLToPath(new URL('../../', import.meta.url))
const HAN = /\p{Script=Han}/u
/** The switch names the other language in its own script, in both catalogues. */
const NAMES_OF_LANGUAGES = new Set(['me.language.zh'])

function sourceFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\.(zh-CN|en)\.ts$|i18n\/(zh-CN|en)\.ts$/.test(file))
    .map((file) => join(SOURCE, file))
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function slots(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort()
}

const keys = Object.keys(zh) as (keyof typeof zh)[]
const code = sourceFiles().map((file) => ({ file, text: withoutComments(readFileSync(file, 'utf8')) }))
const allCode = code.map(({ text }) => text).join('\n')
/** Keys built at run time, as `plan.${state}`: everything below that prefix counts as used. */
const builtPrefixes = [...allCode.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((m) => m[1] ?? '')

describe('messages', () => {
  it('exist in both languages under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })

  it('take the same parameters in both languages', () => {
    const different = keys.filter((key) => slots(zh[key]).join() !== slots(en[key]).join())
    expect(different).toEqual([])
  })

  it('are translated: English holds no Chinese character', () => {
    const untranslated = keys.filter((key) => !NAMES_OF_LANGUAGES.has(key) && HAN.test(en[key]))
    expect(untranslated).toEqual([])
  })

  it('are all used', () => {
    const unused = keys.filter(
      (key) => !allCode.includes(`'${key}'`) && !builtPrefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  it('are the only place where the field app speaks Chinese', () => {
    expect(code.length).toBeGreaterThan(10)
    const speaking = code.filter(({ text }) => HAN.test(text)).map(({ file }) => file.slice(SOURCE.length))
    expect(speaking).toEqual([])
  })
})

describe('fill', () => {
  it('puts parameters into their slots and leaves an unknown slot visible', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  })
})
