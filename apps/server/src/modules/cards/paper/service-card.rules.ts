import { CARD_STATUS, CHECK_METHOD } from '@anye/codes/card-status'
import { bagText, spacedCardNumber } from '@anye/codes/card-number'
import type { PrintedCard, PrintedHead, PrintedLabourer } from './print-model.ts'

/** Labourers that half a sheet of A4 has room for. */
const MOST_ON_HALF = 4
/** Rows of labourers that a whole sheet has room for, an empty one among them. */
const MOST_ON_WHOLE = 12
/** Lines for changes on half a sheet, by the rows above them. */
const CHANGES_ON_HALF: Readonly<Record<number, number>> = { 2: 5, 3: 2 }
const MOST_CHANGES = 12

// The national line of the labour administration for questions about policy.
const HELP_LINE = '12333'

const WORDS = {
  title: '就业服务卡', bag: '袋号', card: '卡号', place: '住址', head: '户主', members: '家庭人口', labourers: '劳动力', contact: '包保干部', phone: '电话',
  gridMember: '网格员', id: '证件尾号', phoneTail: '电话尾号', job: '印卡时：', newcomer: '新增', rows: ['状态', '方式', '签字'], columns: '劳动力', month: '月',
  changes: ['月日', '姓名', '变动（去向、单位、工种）', '月工资（元）', '需要的帮助', '登记人'],
}

/** The model of `service-card.typ`; `qr` is the place of a card's code in the list of codes. */
export function serviceCards(head: PrintedHead, cards: readonly PrintedCard[]) {
  const drawn = cards.map((card, qr) => ({ card, qr }))
  const halves = drawn.filter(({ card }) => card.labourers.length <= MOST_ON_HALF).map(({ card, qr }) => halfSheet(head, card, qr))
  const whole = drawn.filter(({ card }) => card.labourers.length > MOST_ON_HALF).flatMap(({ card, qr }) => wholeSheets(head, card, qr))
  return {
    title: `${head.villageName}就业服务卡`, year: `${head.year}年`, label: head.label, footer: `${head.footer}放在连心袋内，不得外传。`, words: WORDS, legend: LEGEND,
    sheets: cutAndStack(halves), whole,
  }
}

/**
 * Two to a sheet so that one cut through the whole pile leaves two piles which, laid on each other, are in order: the first
 * half of the cards stands above, the second half below.
 */
export function cutAndStack<T>(cards: readonly T[]): T[][] {
  const sheets = Math.ceil(cards.length / 2)
  return cards.slice(0, sheets).map((card, index) => {
    const below = cards[index + sheets]
    return below === undefined ? [card] : [card, below]
  })
}

function halfSheet(head: PrintedHead, card: PrintedCard, qr: number) {
  const count = card.labourers.length
  // A household grows during the year: room for one more, for two where nobody is yet.
  const newcomers = count === 0 ? 2 : count < MOST_ON_HALF ? 1 : 0
  return { ...facts(head, card, qr), people: card.labourers.map(personOf), newcomers, changes: CHANGES_ON_HALF[count + newcomers] ?? 0 }
}

function wholeSheets(head: PrintedHead, card: PrintedCard, qr: number) {
  const most = MOST_ON_WHOLE - 1
  const sheets = Math.ceil(card.labourers.length / most)
  return Array.from({ length: sheets }, (_, index) => {
    const people = card.labourers.slice(index * most, (index + 1) * most)
    const place = facts(head, card, qr)
    return {
      ...place, labourers: sheets === 1 ? place.labourers : `${place.labourers}（${index + 1}/${sheets}）`, people: people.map(personOf), newcomers: 1,
      changes: Math.min(MOST_CHANGES, Math.max(0, Math.floor((MOST_ON_WHOLE - 1 - people.length) * (18 / 7)))),
    }
  })
}

function facts(head: PrintedHead, card: PrintedCard, qr: number) {
  return {
    qr, bagNo: bagText(card.bagNo), cardNo: spacedCardNumber(card.cardNo), place: `${head.place}${head.villageName} ${card.groupName}`.trim(),
    head: card.headName, members: String(card.members), labourers: String(card.labourers.length), contact: card.contactName,
  }
}

function personOf(labourer: PrintedLabourer) {
  const { name, sex, age, relation, idTail, phoneTail, job } = labourer
  const facts = [sex, age === null ? '' : `${age}岁`, relation].filter((each) => each !== '').join(' ')
  return { name, facts, idTail: idTail || '____', phoneTail: phoneTail || '____', job: job === null ? '未就业' : jobText(job) }
}

function jobText({ place, employer, since }: NonNullable<PrintedLabourer['job']>): string {
  // The cell clips what does not fit two lines: the end of a long employer's name, never the date.
  return [`${Number(since.slice(0, 4))}年${Number(since.slice(5, 7))}月起`, place, employer].filter((part) => part !== null && part !== '').join(' ')
}

const METHOD_MARKS = CHECK_METHOD.map(({ zh }) => (zh.endsWith('代核') ? `代（${zh}）` : `${zh.slice(0, 1)}（${zh}）`)).join('　')
/** What a cadre must know to fill the card in; the codes are those of the monthly check. */
const LEGEND = [
  `状态：${CARD_STATUS.map(({ code, zh }) => `${code} ${zh}`).join('　')}`,
  `方式：${METHOD_MARKS}。每月5日前核查上月末情况；有变动的写在变动栏，没有栏的写在背面。`,
  `政策咨询电话：${HELP_LINE}。本卡放在连心袋内，扫码可查本户。`,
]
