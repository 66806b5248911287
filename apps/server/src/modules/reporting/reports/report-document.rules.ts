import type { ReportContent, ReportNote, ReportSection, Sentence } from '@anye/contract/reporting/report'
import { businessDayOf, toChinese } from '@anye/kernel/calendar-date'
import { chineseNumeral } from '../../../platform/documents/chinese-numerals.ts'
import type { Block, OfficialDocument } from '../../../platform/documents/official-document.ts'
import { grouped, textOf } from './figure.rules.ts'
import { placesWord } from './ranking.rules.ts'
import { annexTable, bottomTable, ledgerTable, unitTable } from './report-tables.rules.ts'

/** A report with what was added to it by people: what the page shows and what the documents print. */
export type PrintedReport = {
  content: ReportContent
  notes: readonly ReportNote[]
  corrections: readonly { number: number; text: string; signerName: string; signedAt: Date }[]
  signed: { name: string; title: string; at: Date } | null
  digest: string | null
}

type Section = { title: string; blocks: Block[] }

/** The war report as an official document (GB/T 9704 manner); sections without content are absent. */
export function reportDocument(report: PrintedReport): OfficialDocument {
  const { content } = report
  const numbered = sections(report)
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, index): Block[] => [
      { kind: 'heading', level: 1, text: `${chineseNumeral(index + 1)}、${title}` },
      ...blocks,
    ])
  return {
    title: `${content.title}第${content.number}期`,
    head: headOf(report),
    blocks: [
      ...numbered,
      { kind: 'closing', lines: [content.issuer, toChinese(content.day)] },
      ...correctionBlocks(report),
      ...imprint(report),
      ...annexBlocks(content),
    ],
  }
}

/** File name without its ending; the day makes it sort. */
export function reportFileName(content: ReportContent): string {
  return `${content.day} ${content.title}第${content.number}期`
}

function headOf({ content, signed }: PrintedReport): OfficialDocument['head'] {
  const kind = '战报'
  return {
    mark: '内部资料',
    label: content.synthetic ? '演示：全部人员为合成数据' : null,
    name: [content.title.endsWith(kind) ? content.title.slice(0, -kind.length) : content.title, kind],
    issue: `第${content.number}期`,
    issuer: content.issuer,
    date: toChinese(content.day),
    signers: [signed === null ? '签发人：（待签发）' : `签发人：${signed.name}`],
  }
}

function sections(report: PrintedReport): Section[] {
  const { content } = report
  const noted = (section: ReportSection) => notesOf(report.notes, section)
  const bottom =
    content.bottom.rows.length === 0 ? [] : [paragraph(content.bottom.sentence), bottomTable(content)]
  const ledger = content.ledger.length === 0 ? [] : [ledgerTable(content)]
  return [
    { title: '总体情况', blocks: [...content.headline.sentences.map(paragraph), ...noted('headline')] },
    {
      title: `各${placesWord(content.units.rows[0]?.place.level ?? 'township')}情况`,
      blocks: [paragraph(content.units.sentence), unitTable(content), ...noted('units')],
    },
    {
      title: `末位${placesWord(content.bottom.rows[0]?.place.level ?? 'township')}`,
      blocks: [...bottom, ...noted('bottom')],
    },
    { title: '外输内拓', blocks: [...content.tracks.sentences.map(paragraph), ...noted('tracks')] },
    { title: '服务卡核查', blocks: [...(content.cards?.sentences ?? []).map(paragraph), ...noted('cards')] },
    {
      title: '数据导入与质量',
      blocks: [...content.dataQuality.sentences.map(paragraph), ...ledger, ...noted('dataQuality')],
    },
    { title: '问题、研判与明日工作', blocks: tasks(report.notes) },
  ]
}

function paragraph(sentence: Sentence): Block {
  return { kind: 'paragraph', text: textOf(sentence) }
}

function notesOf(notes: readonly ReportNote[], section: ReportSection): Block[] {
  return notes
    .filter((note) => note.section === section)
    .map((note) => ({ kind: 'note', text: `批注：${oneLine(note.text)}（${note.by}）` }))
}

// Written by people as the body of the section, not as remarks on generated text.
function tasks(notes: readonly ReportNote[]): Block[] {
  const own = notes.filter((note) => note.section === 'tasks')
  return own.map((note, index) => ({
    kind: 'paragraph',
    text: `（${chineseNumeral(index + 1)}）${oneLine(note.text)}（${note.by}）`,
  }))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function correctionBlocks({ corrections }: PrintedReport): Block[] {
  if (corrections.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '更正' },
    ...corrections.map(({ number, text, signerName, signedAt }): Block => ({
      kind: 'paragraph',
      text: `更正第${number}号（${toChinese(businessDayOf(signedAt.getTime()))}，${signerName}）：${oneLine(text)}`,
    })),
  ]
}

/** Both chiefs of a county are shown, whoever of them signed (S7); the digest lets a reader check a copy. */
function imprint({ content, signed, digest }: PrintedReport): Block[] {
  const chiefs = content.chiefs.map(({ title, name }) => `${title}：${name}`)
  const signature =
    signed === null
      ? ['未签发，仅供审阅']
      : [`签发：${signed.name}，${signed.title}，${toChinese(businessDayOf(signed.at.getTime()))}`]
  const check = digest === null ? [] : [`校验码：${digest.slice(0, 32)}`]
  return [{ kind: 'imprint', lines: [...chiefs, ...signature, ...check] }]
}

function annexBlocks(content: ReportContent): Block[] {
  if (content.zeroAnnex.length === 0) return []
  return [
    {
      kind: 'annex',
      mark: '附件（限有权查看名单的人员）',
      title: `零就业家庭清单（共${grouped(content.zeroAnnexTotal)}户）`,
    },
    annexTable(content),
  ]
}
