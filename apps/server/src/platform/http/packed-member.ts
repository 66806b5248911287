import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

const deflate = promisify(deflateRaw)
/** What a gzip file begins with (RFC 1952): deflate, no name, no time, of any system. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
const TRAILER_BYTES = 8

/**
 * The first member of a JSON answer, written and deflated once so that many answers can carry it. `deflated` ends at the end of a byte
 * and leaves the stream open; `crc` and `bytes` are of the text before.
 */
export type PackedMember = { name: string; deflated: Buffer; crc: number; bytes: number }

export async function packMember(name: string, list: readonly unknown[]): Promise<PackedMember> {
  const text = Buffer.from(`{${JSON.stringify(name)}:${JSON.stringify(list)}`)
  return { name, deflated: await deflate(text, { finishFlush: constants.Z_FULL_FLUSH }), crc: crc32(text), bytes: text.byteLength }
}

/** The answer `json`, in which the member comes first and is empty, with the member in its place: one gzip stream. */
export function gzipWith(member: PackedMember, json: string): Buffer {
  const rest = Buffer.from(restOf(member, json))
  const trailer = Buffer.alloc(TRAILER_BYTES)
  trailer.writeUInt32LE(crc32(rest, member.crc), 0)
  trailer.writeUInt32LE((member.bytes + rest.byteLength) % 2 ** 32, 4)
  return Buffer.concat([GZIP_HEAD, member.deflated, deflateRawSync(rest), trailer])
}

/** The same as text, for who takes no gzip. */
export function textWith(member: PackedMember, json: string): string {
  return inflateRawSync(member.deflated, { finishFlush: constants.Z_FULL_FLUSH }).toString() + restOf(member, json)
}

function restOf({ name }: PackedMember, json: string): string {
  const empty = `{${JSON.stringify(name)}:[],`
  if (!json.startsWith(empty)) throw new Error(`The answer does not begin with an empty ${name}`)
  return `,${json.slice(empty.length)}`
}
