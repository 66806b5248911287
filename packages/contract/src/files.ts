import { z } from 'zod'
import { rawEndpoint } from './endpoint.ts'

/** A file as the product knows it; the bytes go by the raw endpoints below. */
export const StoredFileInfo = z.object({
  id: z.uuid(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
})
export type StoredFileInfo = z.infer<typeof StoredFileInfo>

/** Body: the bytes as application/octet-stream; query: name. Answers StoredFileInfo. At most 64 MiB. */
export const uploadFile = rawEndpoint({
  id: 'platform.file.upload', kind: 'command', method: 'POST', path: '/files', permission: 'roster.import',
  offline: false, sensitive: false, summary: '上传文件',
})

/** Answers the bytes of a file that the caller uploaded or had made. */
export const downloadFile = rawEndpoint({
  id: 'platform.file.download', kind: 'query', method: 'GET', path: '/files/{id}', permission: 'signed_in',
  offline: false, sensitive: true, summary: '下载文件',
})

/** Server-sent events: `figures`, `task`, `report` (see LiveMessage); says that something moved, never what. */
export const liveEvents = rawEndpoint({
  id: 'platform.live.subscribe', kind: 'query', method: 'GET', path: '/live', permission: 'signed_in',
  offline: false, sensitive: false, summary: '实时消息',
})

/** What a page receives over the live stream. */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('figures'), villages: z.array(z.string()), at: z.number() }),
  z.object({ type: z.literal('task'), taskId: z.uuid() }),
  z.object({ type: z.literal('report'), unitCode: z.string() }),
])
export type LiveMessage = z.infer<typeof LiveMessage>
