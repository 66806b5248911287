import type { MemberDoc } from '@anye/pack/documents'
import { useT } from '../../app/i18n/locale.tsx'
import { MemberHead } from './MemberHead.tsx'

/** Who lives there and has no line: children, the old, the sick. */
export function OtherMembers({ members }: { members: readonly MemberDoc[] }) {
  const t = useT()
  if (members.length === 0) return null
  return (
    <>
      <h2 className="section-title">{t('household.others')}</h2>
      <ul className="rows">{members.map((member) => <li key={member.id} className="member"><MemberHead member={member} /></li>)}</ul>
    </>
  )
}
