import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { gzipWith, textWith, type PackedMember } from './packed-member.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by an endpoint whose answer carries it. */
    carried?: PackedMember
  }
}

const compress = promisify(gzip)
/** Below this a packet is saved neither way. */
const LEAST_BYTES = 1400

/**
 * Compresses JSON below a path for who accepts gzip. For answers that hold no secret beside what the asker chose: one that did could
 * be guessed by its length.
 */
export function compressAnswers(app: FastifyInstance, below: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !request.url.startsWith(below)) return payload
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    // A refusal carries nothing, even when it came after the use case.
    const carried = reply.statusCode === 200 ? request.carried : undefined
    if (carried !== undefined) return takesGzip ? asGzip(reply, gzipWith(carried, payload)) : asText(reply, textWith(carried, payload))
    return takesGzip && payload.length >= LEAST_BYTES ? asGzip(reply, await compress(payload)) : payload
  })
}

function asGzip(reply: FastifyReply, bytes: Buffer): Buffer {
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').header('content-length', bytes.byteLength)
  return bytes
}

function asText(reply: FastifyReply, text: string): string {
  reply.header('vary', 'accept-encoding').header('content-length', Buffer.byteLength(text))
  return text
}
