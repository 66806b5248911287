import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { PassThrough, pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { SheetError } from './sheet-error.ts'
import type { SheetLimits } from './types.ts'
import { readZipDirectory } from './zip-directory.ts'
import type { ZipPart } from './zip-directory.ts'

/** An open zip file: its parts by name, all of them within the bounds the file was opened with. */
export type ZipArchive = { path: string; parts: ReadonlyMap<string, ZipPart> }

// Small parts compress without bound (a theme of blanks); only a large one can hurt.
const RATIO_MATTERS_ABOVE = 1024 * 1024
const MAX_PARTS = 20_000
// Parts held as one text (workbook, relations, styles) are small; rows and shared strings are streamed.
const MAX_TEXT_BYTES = 128 * 1024 * 1024
const CHUNK = 256 * 1024
const STORED = 0
const DEFLATED = 8

/** Opens a zip file and refuses one that its own directory shows to be a bomb, encrypted or cut off. */
export async function openZipArchive(path: string, limits: SheetLimits): Promise<ZipArchive> {
  const file = await open(path)
  try {
    const parts = await readZipDirectory(file)
    if (parts.length > MAX_PARTS) throw new SheetError('zip_bomb')
    let total = 0
    for (const part of parts) {
      if (part.encrypted) throw new SheetError('password_protected')
      if (part.method !== STORED && part.method !== DEFLATED) throw new SheetError('broken_file')
      total += part.inflatedBytes
      refuseExpansion(part, part.inflatedBytes, limits)
    }
    if (total > limits.inflatedBytes) throw new SheetError('zip_bomb')
    await placeContents(file, parts)
    return { path, parts: new Map(parts.map(part => [part.name, part])) }
  } finally {
    await file.close()
  }
}

function refuseExpansion(part: ZipPart, bytes: number, limits: Pick<SheetLimits, 'expansionRatio'>): void {
  if (bytes > RATIO_MATTERS_ABOVE && bytes > part.storedBytes * limits.expansionRatio)
    throw new SheetError('zip_bomb')
}

/** The directory points at local headers; the content starts behind their own name and extra field. */
async function placeContents(file: FileHandle, parts: readonly ZipPart[]): Promise<void> {
  const size = (await file.stat()).size
  const header = Buffer.alloc(30)
  for (const part of parts) {
    const { bytesRead } = await file.read(header, 0, 30, part.start)
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new SheetError('broken_file')
    part.start += 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    if (part.start + part.storedBytes > size) throw new SheetError('broken_file')
  }
}

/**
 * The inflated bytes of one part. The directory's word is not trusted: more bytes than it declared are a
 * bomb, fewer bytes or another checksum are a broken file.
 */
export async function* inflatePart(archive: ZipArchive, part: ZipPart): AsyncGenerator<Buffer> {
  let bytes = 0
  let checksum = 0
  const inflating = part.method === DEFLATED ? createInflateRaw({ chunkSize: CHUNK }) : new PassThrough()
  try {
    if (part.storedBytes > 0) {
      const stored = storedPart(archive, part)
      for await (const chunk of pipeline(stored, inflating, () => {}) as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (bytes > part.inflatedBytes) throw new SheetError('zip_bomb')
        checksum = crc32(chunk, checksum)
        yield chunk
      }
    }
  } catch (cause) {
    throw cause instanceof SheetError ? cause : new SheetError('broken_file', undefined, { cause })
  } finally {
    inflating.destroy()
  }
  if (bytes !== part.inflatedBytes || checksum !== part.checksum) throw new SheetError('broken_file')
}

/**
 * The bytes of one part as they lie in the file, still deflated; a part is copied this way without a loss.
 */
export function storedPart(
  archive: ZipArchive,
  part: ZipPart,
): AsyncIterable<Buffer> & NodeJS.ReadableStream {
  const end = part.start + part.storedBytes - 1
  return createReadStream(archive.path, { start: part.start, end, highWaterMark: CHUNK })
}

/**
 * The text of a part, undefined when there is no such part; names are compared as Windows does, without case.
 */
export async function partText(archive: ZipArchive, name: string): Promise<string | undefined> {
  const part = findPart(archive, name)
  if (part === undefined) return undefined
  if (part.inflatedBytes > MAX_TEXT_BYTES) throw new SheetError('out_of_memory')
  const chunks: Buffer[] = []
  for await (const chunk of inflatePart(archive, part)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The part of this name; some writers spell the folder `XL` or the part `sharedstrings.xml`. */
export function findPart(archive: ZipArchive, name: string): ZipPart | undefined {
  const exact = archive.parts.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  return [...archive.parts.values()].find(part => part.name.toLowerCase() === wanted)
}
