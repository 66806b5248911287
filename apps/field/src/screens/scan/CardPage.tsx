import { useEffect } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useStored } from '../../app/phone-context.tsx'
import { useRouter } from '../../app/router.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { Page } from '../../shell/Page.tsx'
import { EmptyState, ErrorState, ListSkeleton } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { findCard } from './card.data.ts'

/** Where the code of a service card leads: to its household, or to a sentence that says why not. */
export default function CardPage({ token }: { token: string }) {
  const t = useT()
  const problem = useProblem()
  const toast = useToast()
  const { go } = useRouter()
  const { data, error, reload } = useStored((storage) => findCard(storage, token), token)
  useEffect(() => {
    if (data?.kind !== 'here') return
    if (data.replaced) toast(t('card.replaced'))
    go(paths.household(data.householdId), { replace: true })
  }, [data])
  return (
    <Page title={t('card.title')} backTo={paths.today()}>
      {error !== undefined ? <ErrorState message={problem(error)} retryWord={t('app.retry')} onRetry={reload} />
        : data === undefined || data.kind === 'here' ? <ListSkeleton label={t('app.loading')} rows={3} />
          : data.kind === 'unreachable' ? <ErrorState message={t('card.unreachable')} retryWord={t('app.retry')} onRetry={reload} />
            : <EmptyState title={t(`card.${data.kind}`)} advice={t(`card.${data.kind}.advice`)} />}
    </Page>
  )
}
