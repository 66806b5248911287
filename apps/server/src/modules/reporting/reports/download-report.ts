import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { downloadReport } from '@anye/contract/reporting/endpoints'
import { bindRaw } from '../../../platform/http/bind-raw.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Services } from '../../../platform/services.ts'
import { readReport } from './get-report.ts'
import { printReport } from './print-report.ts'
import { printedOf } from './printed-report.ts'
import { reportFileName } from './report-document.rules.ts'

const Params = z.object({ id: z.uuid() })
const Query = z.object({ format: z.enum(['docx', 'pdf']).default('docx') })

/**
 * Mounts the download of a report as Word or PDF, drawn from what this very reader may see; the audit keeps
 * who took it.
 */
export function mountReportDownload(app: FastifyInstance, services: Services): void {
  bindRaw(app, services, downloadReport, async ({ request, reply, run }) => {
    const params = Params.safeParse(request.params)
    if (!params.success) throw new Refusal('not_found')
    const query = Query.safeParse(request.query)
    if (!query.success) throw new Refusal('request_invalid', { field: 'format' })
    const { format } = query.data
    const { report, content, corrections } = await run({ ...params.data, format }, async (ctx) => {
      const read = await readReport(ctx, params.data.id)
      ctx.audit.change(null, { format, annexRows: read.content.zeroAnnex.length })
      return read
    })
    const { bytes, mediaType } = await printReport(
      printedOf(report, content, corrections),
      format,
      services.clock.now(),
    )
    return reply
      .header('content-type', mediaType)
      .header('content-length', bytes.length)
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${reportFileName(content)}.${format}`)}`,
      )
      .send(bytes)
  })
}
