import type { FastifyInstance } from 'fastify'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { z } from 'zod'
import { downloadFile, uploadFile, type StoredFileInfo } from '@anye/contract/files'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { firstRow } from '../db.ts'
import { BYTES_TYPE, insertFile } from '../file.store.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { bindRaw } from './bind-raw.ts'

const UploadQuery = z.object({ name: z.string().min(1).max(200) })
const DownloadParams = z.object({ id: z.uuid() })

/** Upload and download of files, streamed; a file belongs to the person who uploaded it or asked for it. */
export function mountFiles(app: FastifyInstance, services: Services): void {
  // Bodies of uploads stay streams; the file store counts the bytes and refuses beyond the limit.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  bindRaw(app, services, uploadFile, async ({ request, actor, run }) => {
    const query = UploadQuery.safeParse(request.query)
    if (!query.success) throw new Refusal('request_invalid', { field: 'name' })
    const id = newId(services.clock.now(), systemRandomBytes)
    const stored = await services.files.save(id, request.body as Readable)
    const info: StoredFileInfo = { id, name: query.data.name, bytes: stored.bytes, sha256: stored.sha256.toString('hex') }
    return run(info, async (ctx) => {
      await insertFile(ctx.tx, {
        id, name: info.name, mediaType: BYTES_TYPE, bytes: stored.bytes, sha256: stored.sha256, purpose: 'upload', ownerId: actor.userId,
        at: ctx.now,
      })
      ctx.audit.about('file', id)
      ctx.audit.change(null, info)
      return info
    })
  })

  bindRaw(app, services, downloadFile, async ({ request, reply, actor, run }) => {
    const params = DownloadParams.safeParse(request.params)
    if (!params.success) throw new Refusal('not_found')
    const { id } = params.data
    const file = await run(params.data, async (ctx) => {
      ctx.audit.about('file', id)
      return firstRow(ctx.tx, sql<{ name: string; media_type: string; bytes: number }>`
        select name, media_type, bytes from platform.file
        where id = ${id} and owner_id = ${actor.userId} and (expires_at is null or expires_at > ${new Date(ctx.now)})`)
    })
    if (file === undefined) throw new Refusal('not_found')
    return reply
      .header('content-type', file.media_type)
      .header('content-length', file.bytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(services.files.read(id))
  })
}
