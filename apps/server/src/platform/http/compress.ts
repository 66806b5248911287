import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const compress = promisify(gzip)
/** Below this a packet is saved neither way. */
const LEAST_BYTES = 1400

/**
 * Compresses JSON below a path for who accepts gzip. For answers that hold no secret beside what the asker chose: one that did could
 * be guessed by its length.
 */
export function compressAnswers(app: FastifyInstance, below: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' && payload.length >= LEAST_BYTES
    if (!isText || !request.url.startsWith(below) || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
    const bytes = await compress(payload)
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').header('content-length', bytes.byteLength)
    return bytes
  })
}
