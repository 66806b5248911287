import { describe, expect, it } from 'vitest'
import { checkRows } from './testing/roster-checks.ts'
import { aHead, aWife, syntheticId } from './testing/roster-rows.ts'

describe('a faultless household', () => {
  it('is accepted whole', async () => {
    const { report, codes, households } = await checkRows([aHead(), aWife()])
    expect(codes).toEqual([])
    expect(report).toMatchObject({ rows: 2, accepted: 2, warned: 0, queried: 0, rejected: 0, households: 1 })
    expect(households[0]).toMatchObject({ level: 'accepted', place: { village: '522301112204', group: '1组' } })
    expect(households[0]?.persons[1]?.draft).toMatchObject({
      name: '李四', sex: '2', birth: { date: '1986-05-20', precision: 'day' }, relation: '10', education: '70',
      health: ['1'], labourSkill: '1', phone: '15400000002', marital: undefined,
    })
  })
})

describe('identity', () => {
  const good = syntheticId('1985-03-12', 1)

  it('V01 rejects an ID with a wrong check digit, length, date or character, and an empty one', async () => {
    const wrongCheck = good.slice(0, 17) + (good.endsWith('5') ? '6' : '5')
    const { codes, report } = await checkRows([
      aHead({ idNo: wrongCheck }),
      aHead({ hhNo: 'H2', idNo: good.slice(0, 17) }),
      aHead({ hhNo: 'H3', idNo: '522399198513120015' }),
      aHead({ hhNo: 'H4', idNo: `${good.slice(0, 10)}A${good.slice(11)}` }),
      aHead({ hhNo: 'H5', idNo: null }),
    ])
    expect(codes).toEqual(['2:id_check', '3:id_length', '4:id_date', '5:id_charset', '6:id_missing'])
    expect(report).toMatchObject({ rows: 5, rejected: 5, households: 0 })
    expect(report.issues[0]).toMatchObject({ sheet: '民族村', row: 2, column: 'G', rule: 'V01', level: 'rejected' })
    expect(report.issues[0]?.message).not.toContain(wrongCheck)
  })

  it('V01 rejects the IDs of synthetic people where they are not admitted', async () => {
    const { codes } = await checkRows([aHead({ phone: null })], { synthetic: false })
    expect(codes).toEqual(['2:id_area_synthetic'])
  })

  it('V02 warns when the sex digit differs from the sex', async () => {
    const { report } = await checkRows([aHead({ sex: '女' })])
    expect(report.issues).toMatchObject([{ row: 2, rule: 'V02', level: 'warned', code: 'sex_differs' }])
    expect(report).toMatchObject({ warned: 1, accepted: 0 })
  })

  it('V03 queries a birth that differs from the ID, and lets a month stand for its days', async () => {
    const { codes, households } = await checkRows([aHead({ birth: '1985.4.12' }), aWife({ birth: '1986年5月' })])
    expect(codes).toEqual(['2:birth_differs'])
    expect(households[0]?.persons[0]).toMatchObject({ level: 'queried', draft: { birth: { date: '1985-03-12' } } })
  })

  it('V04 rejects an age over 110 and a birth in the future', async () => {
    const { codes } = await checkRows([
      aHead({ idNo: syntheticId('1905-01-01', 1), birth: null }),
      aWife({ idNo: syntheticId('2020-04-16', 2), birth: null, labourSkill: '无劳动力' }),
    ])
    expect(codes).toEqual(['2:age_over_110', '3:birth_in_future'])
    const border = await checkRows([aHead({ idNo: syntheticId('1909-04-16', 1), birth: null })])
    expect(border.codes).toEqual([])
  })

  it('V05 rejects the ID of another member of the household and keeps the household', async () => {
    const { codes, report, households } = await checkRows([aHead(), aWife({ idNo: good })])
    expect(codes).toEqual(['3:id_twice_in_household'])
    expect(report).toMatchObject({ accepted: 1, rejected: 1, households: 1 })
    expect(households[0]?.level).toBe('accepted')
    expect(report.issues[0]?.message).toContain('第 2 行')
  })

  it('V05 queries the same ID in another household on both rows', async () => {
    const { report, codes } = await checkRows([aHead(), aHead({ hhNo: 'H002' }), aHead({ hhNo: 'H003' })])
    expect([...codes].sort()).toEqual(['2:id_in_other_household', '3:id_in_other_household', '4:id_in_other_household'])
    expect(report).toMatchObject({ rows: 3, queried: 3, accepted: 0 })
  })
})

describe('household', () => {
  it('V06 rejects a household without a head', async () => {
    const { codes, report } = await checkRows([aHead({ relation: '之子' }), aWife()])
    expect(codes).toEqual(['2:head_missing', '3:head_missing'])
    expect(report).toMatchObject({ rejected: 2, households: 0 })
  })

  it('V06 rejects a second head and keeps the first', async () => {
    const { codes, report } = await checkRows([aHead(), aWife({ relation: '户主' })])
    expect(codes).toEqual(['3:head_second'])
    expect(report).toMatchObject({ accepted: 1, rejected: 1, households: 1 })
  })

  it('V06 warns about two spouses and queries a deceased head without dropping the household', async () => {
    const second = aWife({ name: '王五', idNo: syntheticId('1987-01-01', 4), birth: null, phone: null })
    const { codes, report } = await checkRows([aHead({ name: '张三(死亡)' }), aWife(), second])
    expect(codes).toEqual(['2:person_deceased', '2:head_deceased', '3:spouse_several', '4:spouse_several'])
    expect(report).toMatchObject({ queried: 1, warned: 2, rejected: 0, households: 1 })
  })
})

describe('schooling and labour', () => {
  it('V07 rejects education together with in-school, and neither of them', async () => {
    const { codes } = await checkRows([
      aHead({ inSchool: '本科一年级' }), aWife({ education: null, inSchool: null }),
    ])
    expect(codes).toEqual(['2:education_and_school', '3:education_missing'])
  })

  it('V07 asks nothing of a sheet without the column 在校生状况', async () => {
    const { codes } = await checkRows([aHead({ education: null })])
    expect(codes).toEqual([])
  })

  it('V08 rejects a labour skill that is not in the list', async () => {
    const { codes } = await checkRows([aHead({ labourSkill: '力气大' })])
    expect(codes).toEqual(['2:labour_skill_unknown'])
  })

  it('V08 queries a healthy person of 16 to 59 with weak or no labour, and an empty skill', async () => {
    const { codes } = await checkRows([
      aHead({ labourSkill: '无劳动力' }),
      aWife({ labourSkill: null }),
      aWife({
        name: '王五', relation: '之母', idNo: syntheticId('1950-01-01', 2), birth: null, labourSkill: '弱劳动力',
        phone: null,
      }),
    ])
    expect(codes).toEqual(['2:labour_skill_doubt', '3:labour_skill_missing'])
  })
})
