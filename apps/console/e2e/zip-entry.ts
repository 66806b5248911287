import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

const DIRECTORY_ENTRY = 0x02014b50
const STORED = 0

/** Text of one file of a zip archive, found by its directory as every reader does. */
export function zipEntry(archive: Buffer, path: string): string {
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1 && archive.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    assert.ok(nameLength !== undefined && extraLength !== undefined && commentLength !== undefined)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === path) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20))
      return (archive.readUInt16LE(at + 10) === STORED ? bytes : inflateRawSync(bytes)).toString()
    }
    at += 46 + nameLength + extraLength + commentLength
  }
  assert.fail(`the archive has no ${path}`)
}
