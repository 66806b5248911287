import type { ReactNode } from 'react'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import type { MemberDoc } from '@anye/pack/documents'
import { today } from '../../app/clock.ts'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { ageOn } from './age.ts'

/** Name, relation, sex and age of a member in one line. */
export function MemberHead({ member, mark }: { member: MemberDoc; mark?: ReactNode }) {
  const t = useT()
  const nameOf = useName()
  const entry = (list: readonly { code: string; zh: string; en: string }[], code: string) => nameOf(list.find((each) => each.code === code) ?? { zh: '', en: '' })
  const words = [entry(RELATION, member.relation), entry(SEX, member.sex), t('member.years', { age: ageOn(member.birth, today()) })]
  return (
    <p className="member-head">
      <span className="member-who"><strong>{member.name}</strong> <span className="small quiet">{words.filter((word) => word !== '').join(' · ')}</span></span>
      {mark}
    </p>
  )
}
