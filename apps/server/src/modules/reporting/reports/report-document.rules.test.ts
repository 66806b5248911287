import { describe, expect, it } from 'vitest'
import type { Block } from '../../../platform/documents/official-document.ts'
import { countersOf, sampleFacts } from '../testing/sample-facts.ts'
import { reportContent } from './report-content.rules.ts'
import { reportDocument, reportFileName, type PrintedReport } from './report-document.rules.ts'
import { signed as signedNumber, unitTable } from './report-tables.rules.ts'

const printed = (changes: Partial<PrintedReport> = {}, facts = sampleFacts()): PrintedReport => ({
  content: reportContent(facts),
  notes: [],
  corrections: [],
  signed: null,
  digest: null,
  ...changes,
})
const headings = (report: PrintedReport) =>
  reportDocument(report).blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const find = <K extends Block['kind']>(report: PrintedReport, kind: K) =>
  reportDocument(report).blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)

describe('the document of a report', () => {
  it('has head, number, issuer, date, mark and the label of synthetic data', () => {
    expect(reportDocument(printed()).head).toEqual({
      mark: '内部资料',
      label: '演示：全部人员为合成数据',
      name: ['黔西南州就业全覆盖攻坚行动', '战报'],
      issue: '第3期',
      issuer: '黔西南州就业全覆盖攻坚行动指挥部办公室',
      date: '2026年11月24日',
      signers: ['签发人：（待签发）'],
    })
    expect(reportDocument(printed({}, sampleFacts({ synthetic: false }))).head.label).toBeNull()
    expect(reportFileName(printed().content)).toBe('2026-11-24 黔西南州就业全覆盖攻坚行动战报第3期')
  })

  it('counts the sections that have content and leaves the others out', () => {
    expect(headings(printed())).toEqual([
      '一、总体情况',
      '二、各汇报单元情况',
      '三、末位乡镇（街道）',
      '四、外输内拓',
      '五、服务卡核查',
      '六、数据导入与质量',
    ])
    const none = { month: '2026-11', dueOn: '2026-12-05', lines: 0, checked: 0, reviewed: 0, onTime: 0, reached: 0, agreed: 0 }
    const empty = sampleFacts({
      cards: { running: none, due: none },
      counters: countersOf(10, 1, { 'p.employed': 0 }),
      leaves: { level: 'township', rows: [], parentOf: new Map() },
    })
    expect(headings(printed({}, empty))).toEqual(['一、总体情况', '二、各汇报单元情况', '三、数据导入与质量'])
  })

  it('prints notes where they were written and tasks as a section of their own', () => {
    const note = (section: 'units' | 'tasks', text: string) => ({
      id: 'n',
      section,
      text,
      by: '州办',
      at: '',
    })
    const report = printed({
      notes: [note('units', '望谟县\n须研判'), note('tasks', '逐户核对'), note('tasks', '电话核实')],
    })
    expect(find(report, 'note').map(({ text }) => text)).toEqual(['批注：望谟县 须研判（州办）'])
    expect(headings(report).at(-1)).toBe('七、问题、研判与明日工作')
    expect(
      find(report, 'paragraph')
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['（一）逐户核对（州办）', '（二）电话核实（州办）'])
  })

  it('prints signer, both titles and digest, and every correction with its number', () => {
    const at = new Date('2026-11-24T23:30:00+08:00')
    const report = printed({
      signed: { name: '韦测试', title: '指挥长', at },
      digest: 'cd'.repeat(32),
      corrections: [{ number: 1, text: '应为12户', signerName: '韦测试', signedAt: at }],
    })
    expect(reportDocument(report).head.signers).toEqual(['签发人：韦测试'])
    expect(find(report, 'imprint')[0]?.lines).toEqual([
      '指挥长（州委组织部部长）：韦测试',
      '签发：韦测试，指挥长，2026年11月24日',
      `校验码：${'cd'.repeat(16)}`,
    ])
    expect(find(report, 'paragraph').at(-1)?.text).toBe('更正第1号（2026年11月24日，韦测试）：应为12户')
  })

  it('has the annex on a page of its own, and none when its reader may see no rows', () => {
    expect(find(printed(), 'annex')[0]?.title).toBe('零就业家庭清单（共3户）')
    expect(find(printed(), 'table').at(-1)).toMatchObject({
      rows: [['1', '王母街道中山社区', '韦测试', '脱贫户', '2026-10-01', '2026-11-05', '超19天', '—']],
      foot: '按户类型和零就业时间列前1户，其余2户请在平台查看。',
    })
    const report = printed()
    expect(find({ ...report, content: { ...report.content, zeroAnnex: [] } }, 'annex')).toEqual([])
  })
})

describe('tables', () => {
  it('have as many cells as columns, with and without a plan', () => {
    for (const plans of [{}, sampleFacts().plans]) {
      const table = unitTable(reportContent(sampleFacts({ plans })))
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    }
    expect(unitTable(reportContent(sampleFacts({ plans: {} }))).columns).toHaveLength(12)
  })

  it('sign their changes', () => {
    expect([
      signedNumber(12),
      signedNumber(-1234),
      signedNumber(0),
      signedNumber(null),
      signedNumber(-0.5, 2),
    ]).toEqual(['+12', '−1,234', '0', '—', '−0.50'])
  })
})
