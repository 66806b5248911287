import { CARD_STATUS } from '@anye/codes/card-status'
import { Alert, Drawer } from 'antd'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { paths } from '../../../../app/paths.ts'
import { useMay, useSession } from '../../../../app/session.tsx'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { NO_VALUE } from '../../../../ui/format.ts'
import { UiLink } from '../../../../ui/link.tsx'
import { EmptyState } from '../../../../ui/states/EmptyState.tsx'
import { BlockSkeleton } from '../../../../ui/states/TableSkeleton.tsx'
import { useCodeNames } from '../../../registry/code-names.ts'
import { LineMark } from '../LineMark.tsx'
import { useLine } from '../review.data.ts'
import type { LinePage, LineRow } from '../review.data.ts'
import { CheckCard } from './CheckCard.tsx'
import { useAccept } from './use-accept.ts'

const WIDTH_PX = 720

interface LineDrawerProps {
  line: LineRow
  onReturn: (line: LineRow) => void
  onClose: () => void
}

/** One line with all its checks side by side, and what a reviewer may do with it. */
export function LineDrawer({ line, onReturn, onClose }: LineDrawerProps) {
  const t = useT()
  const page = useLine(line)
  return (
    <Drawer
      open
      onClose={onClose}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      title={t('drawer.title', { name: line.name, month: line.month })}
      footer={page.data && <DrawerActions line={page.data.line} onReturn={onReturn} onClose={onClose} />}
    >
      {page.isError ? <ProblemState error={page.error} onRetry={() => void page.refetch()} />
        : page.data ? <Checks page={page.data} onDone={onClose} /> : <BlockSkeleton height={240} />}
    </Drawer>
  )
}

function Checks({ page: { line, checks }, onDone }: { page: LinePage; onDone: () => void }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  return (
    <>
      <p className="drawer-lead">
        <LineMark state={line.state} inDispute={line.inDispute} /> · {line.place} {line.groupName ?? ''} · {t('drawer.known')} {nameOf(CARD_STATUS, line.knownStatus)}
        {line.employer && ` ${line.employer}`} · {t('drawer.evidence')} {line.evidenceOn ?? NO_VALUE} · <UiLink href={paths.person(line.personId)}>{t('drawer.person')}</UiLink>
        {line.reviewNote && <><br />{t('lines.note')}: {line.reviewNote}</>}
        {line.exception && <><br />{t('drawer.exception', { reason: line.exception })}</>}
      </p>
      {line.inDispute && <Alert type="warning" showIcon title={t('drawer.dispute')} className="drawer-lead" />}
      {checks.length === 0 && <EmptyState title={t('drawer.none')} advice="" />}
      <div className="checks">
        {checks.map((check) => <CheckCard key={check.id} check={check} line={line} checks={checks} onDone={onDone} />)}
      </div>
    </>
  )
}

function DrawerActions({ line, onReturn, onClose }: LineDrawerProps) {
  const t = useT()
  const mayReview = useMay('card.review')
  const { userId } = useSession()
  const { accept, isPending } = useAccept(onClose)
  if (!mayReview) return null
  const own = line.checkedById === userId ? t('review.own') : undefined
  return (
    <span className="row-actions">
      {(line.state === 'checked' || line.state === 'reviewed') && (
        <ActionButton blockedBecause={own} onClick={() => onReturn(line)}>{t('review.return')}</ActionButton>
      )}
      {line.state === 'checked' && !line.inDispute && (
        <ActionButton type="primary" blockedBecause={own} loading={isPending} onClick={() => accept(line)}>{t('review.accept')}</ActionButton>
      )}
    </span>
  )
}
