import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const SMALL = 'p assign 3 2 2 4\nh 1 1\nh 2 0\nw 1 1\nw 2 2\nw 3 2\nv 1 1\nv 2 2\ne 1 1 10\ne 2 1 900\ne 3 2 20\ne 2 2 7\n'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'anye-engine-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Called = { code: number; out: string; err: string }

/** `anye engine …` as its own process, in the folder of the files. */
function engine(args: readonly string[], input?: string): Promise<Called> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [MAIN, 'engine', ...args], { cwd: folder }, (error, out, err) => {
      done({ out, err, code: typeof error?.code === 'number' ? error.code : 0 })
    })
    child.stdin?.end(input ?? '')
  })
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

describe('engine assign', () => {
  it('prints one line of JSON and writes who gets which vacancy', async () => {
    const { code, out, err } = await engine(['assign', file('small.txt', SMALL), '--out', 'places.txt'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trim().split('\n')).toHaveLength(1)
    const { seconds, ...answer } = JSON.parse(out) as Record<string, unknown>
    expect(answer).toEqual({ status: 'optimal', covered: [1], placed: 3, fit: 37, certified: true })
    expect(seconds).toBeTypeOf('number')
    expect(readFileSync(join(folder, 'places.txt'), 'utf8')).toBe('1 1\n2 2\n3 2\n')
  })

  it('reads standard input', async () => {
    expect(JSON.parse((await engine(['assign', '-'], SMALL)).out)).toMatchObject({ placed: 3 })
  })

  it('prints the lowest cost of files of the literature, and names their nodes', async () => {
    const dimacs = file('small.asn', 'p asn 4 4\nn 3\nn 1\na 3 2 7\na 3 4 2\na 1 2 3\na 1 4 9\n')
    expect(JSON.parse((await engine(['assign', dimacs, '--out', 'pairs.txt'])).out)).toMatchObject({ status: 'optimal', cost: 5, placed: 2 })
    expect(readFileSync(join(folder, 'pairs.txt'), 'utf8')).toBe('3 4\n1 2\n')
    expect(JSON.parse((await engine(['assign', file('matrix.txt', '2\n1 2\n3 5\n')])).out)).toMatchObject({ cost: 5 })
  })

  it('says that not everybody can have an object, and exits with 1', async () => {
    const { code, out } = await engine(['assign', file('none.asn', 'p asn 3 2\nn 1\nn 2\na 1 3 1\na 2 3 1\n')])
    expect({ code, answer: JSON.parse(out) as unknown }).toMatchObject({ code: 1, answer: { status: 'infeasible', placed: 1, of: 2 } })
  })

  it('says where the places could not be written, after the answer', async () => {
    const { code, out, err } = await engine(['assign', file('small.txt', SMALL), '--out', 'nowhere/places.txt'])
    expect({ code, err }).toEqual({ code: 2, err: 'There is no such file or folder: nowhere/places.txt\n' })
    expect(JSON.parse(out)).toMatchObject({ placed: 3 })
  })

  it.each([
    ['a malformed line', () => ['assign', file('bad.txt', SMALL.replace('e 3 2 20', 'e 3 9 20'))], /^line 11: there is no vacancy 9; they are numbered 1 to 2\n$/],
    ['no such file', () => ['assign', 'nowhere.txt'], /^There is no such file or folder: nowhere\.txt\n$/],
    ['a folder', () => ['assign', '.'], /^This is a folder; name the file/],
    ['no problem', () => ['assign'], /^Call it as: npm run anye -- engine assign PROBLEM/],
    ['another verb', () => ['guess', 'small.txt'], /^Call it as/],
    ['an unknown option', () => ['assign', 'small.txt', '--fast'], /--fast/],
    ['an empty file', () => ['assign', file('empty.txt', '')], /^line 1: the file holds no problem\n$/],
  ])('exits with 2 and a sentence for %s', async (_, args, sentence) => {
    const { code, out, err } = await engine(args())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
  })
})
