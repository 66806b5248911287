import { Alert, Popconfirm } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { ExemptionRow } from '../registry-types.ts'
import { approveExemption } from './exemptions.data.ts'

/** The township's approval; who asked may not approve (separation of duties). */
export function ApproveButton({ exemption }: { exemption: ExemptionRow }) {
  const { t, locale } = useLocale()
  const { displayName } = useSession()
  const mayApprove = useMay('exemption.approve')
  const queries = useQueryClient()
  const [commandId] = useState(newCommandId)
  const approve = useMutation({
    mutationFn: () => approveExemption({ commandId, id: exemption.id }),
    onSuccess: () => Promise.all(TOUCHED_BY_FACTS.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
  if (!mayApprove || exemption.state !== 'asked') return null
  const isOwn = exemption.askedBy === displayName
  return (
    <span className="row-actions">
      <Popconfirm
        title={t('exemption.approve.sure')}
        onConfirm={() => approve.mutate()}
        okText={t('exemption.approve')}
        disabled={isOwn}
      >
        <ActionButton
          size="small"
          blockedBecause={isOwn ? t('exemption.own') : undefined}
          loading={approve.isPending}
        >
          {t('exemption.approve')}
        </ActionButton>
      </Popconfirm>
      {approve.isError && <Alert type="error" title={toProblem(approve.error, locale, t).message} />}
    </span>
  )
}
