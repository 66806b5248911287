import { fileURLToPath } from 'node:url'
import { cardNumberOf } from '@anye/codes/card-number'
import { drawPaper } from '../apps/server/src/platform/documents/draw-paper.ts'
import { drawableJson } from '../apps/server/src/platform/documents/write-pdf.ts'
import { bagChecklist, bagLabels } from '../apps/server/src/modules/cards/paper/bag.rules.ts'
import type { PrintedCard, PrintedHead } from '../apps/server/src/modules/cards/paper/print-model.ts'
import { serviceCards } from '../apps/server/src/modules/cards/paper/service-card.rules.ts'
import type { BenchRow } from './bench-row.ts'

const AT = Date.parse('2026-11-24T12:00:00+08:00')
const VILLAGE = '522326001001'
const HOUSEHOLDS = 500
/** Labourers of ten households in a row; two of the ten need a whole sheet. */
const LABOURERS = [1, 2, 2, 3, 2, 4, 2, 3, 5, 6]
const ROUNDS = 3
const HEAD: PrintedHead = { villageName: '平洞社区', place: '望谟县王母街道', year: 2027, label: '合成数据', footer: '打印：测试员 2026-11-24 12:00　' }

/**
 * The three papers of a village of 500 households, as the server draws them in a process of its own (start of the process, fonts
 * and codes included), against the same service cards without their QR codes.
 */
export async function bench(): Promise<BenchRow[]> {
  const cards = Array.from({ length: HOUSEHOLDS }, (_, index) => cardOf(index))
  const draw = (template: string, model: object, codes: readonly string[]) => fastest(() => drawPaper({
    templates: ['paper.typ', template].map((file) => fileURLToPath(new URL(`../apps/server/src/modules/cards/paper/${file}`, import.meta.url))),
    document: drawableJson(model), codes, at: AT,
  }))
  const codes = cards.map(({ address }) => address)
  const baselineValue = await draw('service-card.typ', withoutCodes(serviceCards(HEAD, cards)), ['.'])
  const row = (name: string, value: number): BenchRow => ({
    name: `papers: ${name} of 500 households`, value, unit: 's', baseline: 'the same service cards with one tiny code', baselineValue,
    ratio: value / baselineValue,
  })
  return [
    row('service cards', await draw('service-card.typ', serviceCards(HEAD, cards), codes)),
    row('bag labels', await draw('bag-labels.typ', bagLabels(HEAD, cards), codes)),
    row('check lists', await draw('bag-checklist.typ', bagChecklist(HEAD, cards), codes)),
  ]
}

/** The smallest code there is, drawn once and laid on every card. */
function withoutCodes({ sheets, whole, ...rest }: ReturnType<typeof serviceCards>) {
  return { ...rest, sheets: sheets.map((sheet) => sheet.map((card) => ({ ...card, qr: 0 }))), whole: whole.map((card) => ({ ...card, qr: 0 })) }
}

function cardOf(index: number): PrintedCard {
  return {
    bagNo: index + 1, cardNo: cardNumberOf(VILLAGE, index + 1), address: `https://anye.example.gov.cn/field/c/${String(index).padStart(16, 'a')}`,
    headName: '韦测试', groupName: `${Math.floor(index / 50) + 1}组`, members: 5, contactName: '岑测试',
    labourers: Array.from({ length: LABOURERS[index % LABOURERS.length] ?? 0 }, (_, place) => ({
      name: `韦测试${'一二三四五六'[place]}`, sex: place % 2 === 0 ? '男' : '女', age: 40 - place, relation: place === 0 ? '户主' : '配偶',
      idTail: String(1000 + index), phoneTail: String(2000 + index),
      job: place % 2 === 0 ? { place: '浙江省金华市义乌市', employer: '测试电子有限公司', since: '2026-03-01' } : null,
    })),
  }
}

/** Seconds of the fastest of some rounds. */
async function fastest(act: () => Promise<unknown>): Promise<number> {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await act()
    best = Math.min(best, (performance.now() - start) / 1000)
  }
  return Math.round(best * 100) / 100
}
