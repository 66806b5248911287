import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import { inScope } from '../../../platform/db.ts'
import { drawPaper } from '../../../platform/documents/draw-paper.ts'
import { drawableJson } from '../../../platform/documents/write-pdf.ts'
import { removeExpiredExports } from '../../../platform/expired-files.ts'
import { insertFile } from '../../../platform/file.store.ts'
import { EVERYWHERE, scopeOf } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { bagChecklist, bagLabels } from './bag.rules.ts'
import type { PrintedCard, PrintedHead } from './print-model.ts'
import { readPrinted } from './print-rows.query.ts'
import { findPrint, listUnmadePrints, updatePrint, type PrintRecord } from './print.store.ts'
import { serviceCards } from './service-card.rules.ts'

/** A print is for the printer next door: printed today, gone tomorrow. */
const DAYS_KEPT = 1
const DAY_MS = 86_400_000
const PDF_TYPE = 'application/pdf'

type Paper = { name: string; template: string; model: (head: PrintedHead, cards: readonly PrintedCard[]) => object }
const PAPERS: Record<PrintRecord['paper'], Paper> = {
  cards: { name: '就业服务卡', template: 'service-card.typ', model: serviceCards },
  labels: { name: '连心袋标签', template: 'bag-labels.typ', model: bagLabels },
  checklist: { name: '连心袋核对单', template: 'bag-checklist.typ', model: bagChecklist },
}

// One paper at a time: drawing takes a processor, and the server needs the other.
let last: Promise<void> = Promise.resolve()

/** Puts a paper behind those under way. */
export function enqueuePrint(services: Services, id: string): void {
  last = last
    .then(() => makePrint(services, id))
    .catch((error: unknown) => services.log.error({ err: error, printId: id }, 'a paper could not be made'))
}

/** After a restart: papers that were being made are made again. */
export async function resumePrints(services: Services): Promise<void> {
  for (const id of await inScope(services.database.db, EVERYWHERE, (tx) => listUnmadePrints(tx))) enqueuePrint(services, id)
}

/** Draws a paper of the village at the field level of who asked, and hands the file to that person. */
async function makePrint(services: Services, id: string): Promise<void> {
  const { database, clock, files, live } = services
  const print = await inScope(database.db, EVERYWHERE, (tx) => findPrint(tx, id))
  if (print?.state !== 'making') return
  const fileId = newId(clock.now(), systemRandomBytes)
  try {
    const { pdf, households } = await drawPrint(services, print)
    const stored = await files.save(fileId, Readable.from([pdf]), Number.POSITIVE_INFINITY)
    const expiresAt = new Date(clock.now() + DAYS_KEPT * DAY_MS)
    await inScope(database.db, EVERYWHERE, async (tx) => {
      await insertFile(tx, {
        id: fileId, name: fileNameOf(print), mediaType: PDF_TYPE, bytes: stored.bytes, sha256: stored.sha256, purpose: 'export',
        ownerId: print.asked_by, at: clock.now(), expiresAt: expiresAt.getTime(),
      })
      await updatePrint(tx, id, { state: 'ready', file_id: fileId, expires_at: expiresAt, pages: pagesOf(pdf) })
      await recordAudit(tx, {
        at: clock.now(), actorId: print.asked_by, actorName: print.asked_by_name, action: 'cards.print.make', outcome: 'ok', objectType: 'card_print',
        objectId: id, division: print.division, after: { paper: print.paper, households, fileId },
      })
    })
  } catch (error) {
    await files.remove(fileId)
    await inScope(database.db, EVERYWHERE, (tx) => updatePrint(tx, id, { state: 'failed' }))
    throw error
  } finally {
    live.publish({ type: 'task', taskId: id, ownerId: print.asked_by })
  }
  await removeExpiredExports(services)
}

async function drawPrint(services: Services, print: PrintRecord): Promise<{ pdf: Buffer; households: number }> {
  const { database, cipher, clock } = services
  const paper = PAPERS[print.paper]
  const cards = await inScope(database.db, scopeOf([print.division]), (tx) => readPrinted({
    tx, cipher, fieldLevel: print.field_level, today: clock.today(), publicAddress: print.link_base,
    // A label is read by whoever comes into the house, so it never has the whole name.
    maskNames: print.paper === 'labels',
  }, { village: print.division, group: print.group_name ?? undefined }), { readOnly: true })
  const pdf = await drawPaper({
    templates: ['paper.typ', paper.template].map((file) => fileURLToPath(new URL(file, import.meta.url))),
    document: drawableJson(paper.model(headOf(services, print), cards)), codes: cards.map(({ address }) => address), at: clock.now(),
  })
  return { pdf, households: cards.length }
}

function headOf({ clock, synthetic }: Services, print: PrintRecord): PrintedHead {
  const time = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return {
    villageName: print.village_name, place: print.place, year: print.year, label: synthetic ? '合成数据' : '',
    footer: `打印：${print.asked_by_name} ${time}　内含个人信息，`,
  }
}

function fileNameOf(print: PrintRecord): string {
  return `${[PAPERS[print.paper].name, print.village_name, print.group_name].filter((part) => part !== null && part !== '').join('-')}.pdf`
}

/** Sheets of a PDF, as its tree of pages counts them. */
function pagesOf(pdf: Buffer): number {
  return Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type\s*\/Pages/.exec(pdf.toString('latin1'))?.slice(1).find((count) => count !== undefined) ?? 0)
}
