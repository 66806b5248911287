import { describe, expect, it } from 'vitest'
import { readBoolean } from './boolean-cell.ts'
import { cellText, isEmptyCell } from './cell.ts'
import type { CellInput } from './cell.ts'
import { chineseDigitsToArabic, readAmount } from './chinese-number.ts'
import { readName } from './name-cell.ts'
import { claimsWork, readWorkStatus } from './work-status-cell.ts'

describe('cells', () => {
  it('3.3-2 drops the text apostrophe and the formula wrapper', () => {
    expect(cellText("'001")).toBe('001')
    expect(cellText('="0859"')).toBe('0859')
    expect(cellText(' Ａ　Ｂ ')).toBe('A B')
    expect(cellText({ date: '2020-04-01', serial: 43_922 })).toBe('2020-04-01')
  })

  it('3.3-13 knows the words for nothing and keeps a zero', () => {
    for (const cell of [null, '', '　', '无', '/', '-', '——', '不详', 'N/A', '、']) {
      expect(isEmptyCell(cell), String(cell)).toBe(true)
    }
    for (const cell of [0, '0', false, '无名']) expect(isEmptyCell(cell), String(cell)).toBe(false)
  })
})

describe('3.3-7 names', () => {
  const read = (cell: CellInput) => readName(cell)

  it('3.3-7 closes spaces between characters and unifies the dot', () => {
    expect(read('张　三')).toMatchObject({ ok: true, name: '张三', fixes: ['spaces'] })
    for (const dot of ['•', '・', '.', '．', '‧']) {
      expect(read(`买买提${dot}艾力`), dot).toMatchObject({ ok: true, name: '买买提·艾力', fixes: ['dot'] })
    }
    expect(read('买买提·艾力')).toMatchObject({ ok: true, fixes: [] })
    expect(read('John  Smith')).toMatchObject({ ok: true, name: 'John Smith' })
  })

  it('3.3-7 takes marks of death and headship out of the name and keeps other brackets as a note', () => {
    for (const text of ['张三(死亡)', '张三（已故）', '张三死亡', '张三-已死亡', '张三(亡)']) {
      expect(read(text), text).toMatchObject({ ok: true, name: '张三', deceasedMark: true, headMark: false })
    }
    expect(read('张三（户主）')).toMatchObject({ ok: true, name: '张三', deceasedMark: false, headMark: true })
    expect(read('张三(张小三)')).toMatchObject({ ok: true, name: '张三', note: '张小三' })
    expect(read('3.张三')).toMatchObject({ ok: true, name: '张三', fixes: ['digits'] })
  })

  it('3.3-7 lists rare and private-use characters and refuses lost ones', () => {
    expect(read('王𬭊')).toMatchObject({ ok: true, rareCharacters: ['𬭊'] })
    expect(read('韦\uE123')).toMatchObject({ ok: true, rareCharacters: ['\uE123'] })
    expect(read('韦国良')).toMatchObject({ ok: true, rareCharacters: [] })
    for (const text of ['王?', '王□', '王\uFFFD']) {
      expect(read(text), text).toMatchObject({ ok: false, fault: 'lost_character' })
    }
  })

  it('3.3-7 refuses what is no name', () => {
    expect(read('13812345678')).toMatchObject({ ok: false, fault: 'not_a_name' })
    expect(read('(死亡)')).toMatchObject({ ok: false, fault: 'not_a_name' })
    expect(read('无')).toMatchObject({ ok: false, fault: 'missing' })
    expect(read('张'.repeat(51))).toMatchObject({ ok: false, fault: 'too_long' })
  })
})

describe('3.3-8 work status', () => {
  const status = (cell: CellInput) => {
    const reading = readWorkStatus(cell)
    return reading.ok ? reading.status : reading.fault
  }

  it('3.3-8 maps the words of sheets and keeps an unknown bucket', () => {
    const words = {
      务农: 'farming', 打工: 'employed', 在家: 'at_home', 待业: 'seeking', 上学: 'student', 无: 'missing',
      '/': 'missing', '-': 'missing', '0': 'missing', 不详: 'unknown', 外出: 'unknown', 跑车: 'flexible',
      在家务农: 'farming', 未务工: 'seeking', 零工: 'flexible', 开店: 'self_employed', 护林员: 'public_post',
      扶贫车间: 'workshop', 种植大户: 'farming_at_scale', 无就业意愿: 'unwilling', 在家带小孩: 'unable',
      当兵: 'soldier', 服刑: 'custody', 已就业: 'employed', 未就业: 'seeking', 死亡: 'deceased',
    }
    for (const [text, expected] of Object.entries(words)) expect(status(text), text).toBe(expected)
  })

  it('3.3-8 reads the work areas of the poverty sheet as stated work', () => {
    expect(readWorkStatus('省外务工')).toEqual({ ok: true, status: 'employed', area: '04' })
    expect(readWorkStatus('县外省内')).toEqual({ ok: true, status: 'employed', area: '03' })
    expect(readWorkStatus('乡(镇)外县内')).toEqual({ ok: true, status: 'employed', area: '02' })
    expect(readWorkStatus('乡(镇)内务工')).toEqual({ ok: true, status: 'employed', area: '01' })
    expect(readWorkStatus(4)).toEqual({ ok: true, status: 'employed', area: '04' })
  })

  it('3.3-8 does not count farming as a claim of work, unless at scale', () => {
    expect([claimsWork('farming'), claimsWork('farming_at_scale'), claimsWork('unknown')]).toEqual([false, true, false])
  })
})

describe('3.3-13 booleans', () => {
  it('3.3-13 reads every tick and cross, and an empty cell as missing, not as no', () => {
    for (const cell of ['是', '有', '√', 1, '1', true, 'Y', '☑', '是（低保）', '已享受']) {
      expect(readBoolean(cell), String(cell)).toEqual({ ok: true, value: true })
    }
    for (const cell of ['否', '无', '×', 0, '0', false, 'N', '不是', '非低保户']) {
      expect(readBoolean(cell), String(cell)).toEqual({ ok: true, value: false })
    }
    for (const cell of [null, '', '-', '/']) expect(readBoolean(cell)).toMatchObject({ ok: false, fault: 'missing' })
    expect(readBoolean('可能')).toMatchObject({ ok: false, fault: 'unreadable' })
  })
})

describe('Chinese numbers', () => {
  it('reads amounts as they are spoken', () => {
    const spoken = {
      三千五: 3500, '3千5': 3500, 三千零五: 3005, 三千五百: 3500, 一万二: 12_000, '0.35万': 3500, '1.2万': 12_000,
      两千八: 2800, 一千二百三十四: 1234, 十五: 15, 万: 10_000, '3500': 3500, 伍佰: 500,
    }
    for (const [text, amount] of Object.entries(spoken)) expect(readAmount(text), text).toBe(amount)
    for (const text of ['', '三千元', '甲', '三三']) expect(readAmount(text), text).toBeUndefined()
  })

  it('reads digits of dates', () => {
    expect(chineseDigitsToArabic('二〇二〇年十二月三十一日')).toBe('2020年12月31日')
    expect(chineseDigitsToArabic('十月')).toBe('10月')
  })
})
