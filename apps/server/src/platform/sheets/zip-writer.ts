import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { SheetError } from './sheet-error.ts'
import { storedPart } from './zip-archive.ts'
import type { ZipArchive } from './zip-archive.ts'
import type { ZipPart } from './zip-directory.ts'

type Chunks = Iterable<string | Buffer> | AsyncIterable<string | Buffer>

/** One part to write: new content to be deflated, or a part of another archive copied byte by byte. */
export type ZipEntry =
  { name: string; content: Chunks } | { name: string; archive: ZipArchive; part: ZipPart }

type Written = {
  name: Buffer
  method: number
  checksum: number
  stored: number
  inflated: number
  start: number
  flags: number
}

const DEFLATED = 8
const SIZES_FOLLOW = 0x0008
const NAMES_ARE_UTF8 = 0x0800
const LIMIT = 0xffffffff
// Sheets compress tenfold at any level; level 3 takes half the time of the standard one.
const LEVEL = 3

/** The bytes of a zip file, part by part in the order given; memory does not grow with the size of a part. */
export async function* zipBytes(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Buffer> {
  const directory: Written[] = []
  let position = 0
  for await (const entry of entries) {
    const written = newRecord(entry, position)
    directory.push(written)
    for await (const chunk of 'part' in entry ? copied(entry, written) : deflated(entry.content, written)) {
      position += chunk.length
      yield chunk
    }
    if (position > LIMIT || written.inflated > LIMIT) throw new SheetError('too_large')
  }
  const central = Buffer.concat(directory.map(centralRecord))
  yield central
  yield endRecord(directory.length, central.length, position)
}

function newRecord(entry: ZipEntry, start: number): Written {
  const name = Buffer.from(entry.name, 'utf8')
  if (!('part' in entry)) {
    return {
      name,
      method: DEFLATED,
      checksum: 0,
      stored: 0,
      inflated: 0,
      start,
      flags: SIZES_FOLLOW | NAMES_ARE_UTF8,
    }
  }
  const { method, checksum, storedBytes: stored, inflatedBytes: inflated } = entry.part
  return { name, method, checksum, stored, inflated, start, flags: NAMES_ARE_UTF8 }
}

async function* copied(
  entry: { archive: ZipArchive; part: ZipPart },
  written: Written,
): AsyncGenerator<Buffer> {
  yield localHeader(written)
  if (written.stored > 0) yield* storedPart(entry.archive, entry.part)
}

async function* deflated(content: Chunks, written: Written): AsyncGenerator<Buffer> {
  yield localHeader(written)
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 })
  // A failing source destroys the pipe with its error, which the loop below then throws.
  pipeline(Readable.from(counted(content, written), { objectMode: true }), deflate, () => {})
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    written.stored += chunk.length
    yield chunk
  }
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  sizes.writeUInt32LE(written.checksum, 4)
  sizes.writeUInt32LE(written.stored, 8)
  sizes.writeUInt32LE(written.inflated, 12)
  yield sizes
}

async function* counted(content: Chunks, written: Written): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    written.checksum = crc32(bytes, written.checksum)
    written.inflated += bytes.length
    if (written.inflated > LIMIT) throw new SheetError('too_large')
    if (bytes.length > 0) yield bytes
  }
}

function localHeader(written: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeShared(header, written, 6)
  header.writeUInt16LE(written.name.length, 26)
  return Buffer.concat([header, written.name])
}

function centralRecord(written: Written): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(20, 4)
  record.writeUInt16LE(20, 6)
  writeShared(record, written, 8)
  record.writeUInt16LE(written.name.length, 28)
  record.writeUInt32LE(written.start, 42)
  return Buffer.concat([record, written.name])
}

/** Flags to sizes, the same in both headers. The time is 1980-01-01, so equal content gives equal bytes. */
function writeShared(header: Buffer, written: Written, at: number): void {
  header.writeUInt16LE(written.flags, at)
  header.writeUInt16LE(written.method, at + 2)
  header.writeUInt16LE(0, at + 4)
  header.writeUInt16LE(0x21, at + 6)
  header.writeUInt32LE(written.checksum, at + 8)
  header.writeUInt32LE(written.stored, at + 12)
  header.writeUInt32LE(written.inflated, at + 16)
}

function endRecord(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
