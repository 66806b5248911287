import type { FileHandle } from 'node:fs/promises'
import { SheetError } from './sheet-error.ts'

/**
 * One part of a zip file as its central directory tells. Sizes in bytes, `start` is an offset in the file.
 */
export type ZipPart = {
  name: string
  method: number
  encrypted: boolean
  checksum: number
  storedBytes: number
  inflatedBytes: number
  start: number
}

const END_RECORD = 0x06054b50
const END_RECORD_64 = 0x06064b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LOCATOR_64_BYTES = 20
const MAX_COMMENT = 65_535
const MAX_DIRECTORY = 16 * 1024 * 1024
const IN_EXTRA = 0xffffffff

/**
 * Reads the central directory (APPNOTE 6.3.10, 4.3.12 to 4.3.16, with ZIP64). It stands at the end of the
 * file, so a file that was not transferred completely fails here. Throws `broken_file`.
 */
export async function readZipDirectory(file: FileHandle): Promise<ZipPart[]> {
  const size = (await file.stat()).size
  const tail = await readAt(
    file,
    Math.max(0, size - END_BYTES - MAX_COMMENT),
    Math.min(size, END_BYTES + MAX_COMMENT),
  )
  const { count, bytes, offset } = await findDirectory(file, tail, size)
  if (bytes > MAX_DIRECTORY || offset + bytes > size) throw new SheetError('broken_file')
  const directory = await readAt(file, offset, bytes)
  const parts: ZipPart[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw new SheetError('broken_file')
    const part = readEntry(directory, at)
    // Folders carry no content; some zip tools write them as parts of their own.
    if (!part.name.endsWith('/')) parts.push(part)
    at +=
      46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return parts
}

async function findDirectory(file: FileHandle, tail: Buffer, size: number) {
  let at = tail.length - END_BYTES
  while (at >= 0 && tail.readUInt32LE(at) !== END_RECORD) at -= 1
  if (at < 0) throw new SheetError('broken_file')
  const count = tail.readUInt16LE(at + 10)
  const bytes = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  if (count !== 0xffff && offset !== IN_EXTRA) return { count, bytes, offset }
  const locator = at - LOCATOR_64_BYTES
  if (locator < 0) throw new SheetError('broken_file')
  const place = Number(tail.readBigUInt64LE(locator + 8))
  const record = await readAt(file, place, Math.min(56, Math.max(0, size - place)))
  if (record.length < 56 || record.readUInt32LE(0) !== END_RECORD_64) throw new SheetError('broken_file')
  return {
    count: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

function readEntry(directory: Buffer, at: number): ZipPart {
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
  const part: ZipPart = {
    // Some writers on Windows use back-slashes against the standard (4.4.17.1).
    name: directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    checksum: directory.readUInt32LE(at + 16),
    storedBytes: directory.readUInt32LE(at + 20),
    inflatedBytes: directory.readUInt32LE(at + 24),
    start: directory.readUInt32LE(at + 42),
  }
  readLongSizes(part, directory.subarray(nameEnd, nameEnd + directory.readUInt16LE(at + 30)))
  return part
}

/** The ZIP64 extra field (0x0001) holds, in this order, only the numbers that did not fit. */
function readLongSizes(part: ZipPart, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    for (const field of ['inflatedBytes', 'storedBytes', 'start'] as const) {
      if (part[field] !== IN_EXTRA || next + 8 > extra.length) continue
      part[field] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
