import { bagText, spacedCardNumber } from '@anye/codes/card-number'
import { groupsInOrder } from './group-order.rules.ts'
import type { PrintedCard, PrintedHead } from './print-model.ts'

const LABELS_A_SHEET = 10

/** What belongs into a bag. The list differs from place to place; the platform knows the card alone (DOMAIN section 9). */
const CONTENTS = ['服务卡', '政策明白卡', '培训证书', '合同复印件', '联系卡']

/** The model of `bag-labels.typ`: ten labels a sheet in the order of the bags. */
export function bagLabels(head: PrintedHead, cards: readonly PrintedCard[]) {
  const labels = cards.map((card, qr) => ({
    qr, bagNo: bagText(card.bagNo), cardNo: spacedCardNumber(card.cardNo), head: card.headName, place: `${head.place}${head.villageName}`, group: card.groupName,
  }))
  const sheets = Array.from({ length: Math.ceil(labels.length / LABELS_A_SHEET) }, (_, index) =>
    labels.slice(index * LABELS_A_SHEET, (index + 1) * LABELS_A_SHEET))
  return { title: `${head.villageName}连心袋标签`, label: head.label, words: { title: '连心袋' }, sheets }
}

/** The model of `bag-checklist.typ`: a list for every group, each from a new page. */
export function bagChecklist(head: PrintedHead, cards: readonly PrintedCard[]) {
  const groups = groupsInOrder(cards.map(({ groupName }) => groupName)).map((name) => {
    const rows = cards.filter(({ groupName }) => groupName === name).map((card) => ({
      bagNo: bagText(card.bagNo), cardNo: spacedCardNumber(card.cardNo), head: card.headName, labourers: String(card.labourers.length),
    }))
    return { place: `${head.place}${head.villageName} ${name || '未分组'}`, count: `${rows.length}户`, rows }
  })
  return {
    title: `${head.villageName}连心袋核对单`, label: head.label, footer: `${head.footer}核对后由村（社区）保管，不得外传。`, groups,
    words: {
      title: '连心袋核对单', checkedOn: '核对日期', year: '年', month: '月', day: '日', columns: ['袋号', '卡号', '户主', '劳动力'], contents: CONTENTS,
      note: '缺什么、户主签字', rule: '在袋的打“√”，不在袋的打“×”并写明缺什么；核对完把“服务卡”一栏录入系统。', signatures: ['核对人', '村（社区）负责人', '录入人'],
    },
  }
}
