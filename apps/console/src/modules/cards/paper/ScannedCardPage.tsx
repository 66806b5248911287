import { Alert } from 'antd'
import { Navigate, useParams } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { useScannedCard } from './paper.data.ts'

/** Where a scanned code leads on the desk: to the household; of a paper that is void, it says so first. */
export default function ScannedCardPage() {
  const t = useT()
  const { token = '' } = useParams()
  const card = useScannedCard(token)
  if (card.data && (card.data.state === 'issued' || card.data.state === 'in_use')) {
    return <Navigate to={paths.household(card.data.householdId)} replace />
  }
  return (
    <div className="page">
      <PageHead question={t('cards.scan.question')} answer={card.isError ? null : card.data && t(`cards.scan.${card.data.state}`)} />
      {card.isError && <ProblemState error={card.error} />}
      {card.isPending && <BlockSkeleton height={120} />}
      {card.data && (
        <Alert type="warning" showIcon title={t('cards.scan.advice')} action={<UiLink href={paths.household(card.data.householdId)}>{t('cards.scan.open')}</UiLink>} />
      )}
    </div>
  )
}
