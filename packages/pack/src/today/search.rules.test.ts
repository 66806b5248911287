import { describe, expect, it } from 'vitest'
import type { IndexRow } from './index-row.ts'
import { searchPack } from './search.rules.ts'

const rows: IndexRow[] = [['韦大明', 'wdm', '001X'], ['韦大', 'wd', '0012'], ['罗韦大', 'lwd', '0013'], ['王丹', 'wd', '0014']].map(([name = '', initials = '', last4 = ''], index) => ({
  id: `h${index}`, division: '522326001001', place: '', group: '', head: name, address: null, needDueOn: null, told: [],
  members: [{ id: `p${index}`, name, initials, last4, line: null, hasJob: false, contractTo: null }],
}))
const names = (text: string, most = 10) => searchPack(rows, text, most).map(({ member }) => member.name)

describe('the search of a pack', () => {
  it('finds names by any part, the whole name first', () => { expect(names('韦大')).toEqual(['韦大', '韦大明', '罗韦大']) })
  it('finds initials of pinyin from the first, in any case', () => { expect(names('WD')).toEqual(['韦大', '王丹', '韦大明']) })
  it('finds the last four of an ID, X in any case, and only the whole of them', () => {
    expect(names('001x')).toEqual(['韦大明'])
    expect(names('0012')).toEqual(['韦大'])
    expect(names('001')).toEqual([])
  })
  it('finds nothing for nothing, and no more than asked for', () => {
    expect(names('  ')).toEqual([])
    expect(names('韦', 2)).toHaveLength(2)
  })
})
