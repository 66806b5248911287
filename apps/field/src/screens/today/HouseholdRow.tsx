import { memo } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { Link } from '../../app/router.tsx'
import { NextIcon } from '../../ui/icons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { ReasonMarks } from '../household/ReasonMarks.tsx'
import type { TodayRow } from './today-rows.ts'

/** One household: whose, where, why, and how much is left. */
export const HouseholdRow = memo(function HouseholdRow({ row }: { row: TodayRow }) {
  const t = useT()
  return (
    <Link to={paths.household(row.id)} className="row">
      <span className="row-body">
        <span className="today-name">{row.headName}</span>
        <span className="small quiet">{[row.groupName, row.address].filter((part) => part !== null && part !== '').join(' · ')}</span>
        <ReasonMarks reasons={row.reasons} />
      </span>
      <span className="row-end">
        {row.attention > 0 && <StateMark kind="bad" word={t('sync.attention', { count: row.attention })} />}
        {row.due > 0 && <StateMark kind="due" word={t('today.due', { count: row.due })} />}
        {row.queued > 0 && <StateMark kind="waiting" word={t('today.queued', { count: row.queued })} />}
        {row.due + row.queued + row.attention === 0 && <StateMark kind="done" word={t('today.done')} />}
      </span>
      <span className="row-next"><NextIcon /></span>
    </Link>
  )
})
