import { Alert, Button } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { saveFile } from '../../../app/download.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import type { ExportRow } from '../registry-types.ts'
import { addressOfExport, decideExport, TOUCHED_BY_EXPORT } from './exports.data.ts'

/** Download when it is ready and mine; approve or refuse when it waits and is another's. */
export function ExportActions({ row }: { row: ExportRow }) {
  const { t } = useLocale()
  const mayDecide = useMay('export.approve')
  if (row.state === 'ready' && row.mine && row.fileId !== null)
    return <DownloadButton fileId={row.fileId} what={row.what} />
  if (row.state !== 'waiting' || !mayDecide) return null
  if (row.mine)
    return (
      <ActionButton size="small" blockedBecause={t('exports.own')}>
        {t('exports.approve')}
      </ActionButton>
    )
  return <Decision id={row.id} />
}

function Decision({ id }: { id: string }) {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  const [commandId] = useState(newCommandId)
  const decide = useMutation({
    mutationFn: (approve: boolean) => decideExport({ commandId, id, approve }),
    onSuccess: () =>
      Promise.all(TOUCHED_BY_EXPORT.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
  return (
    <span className="row-actions">
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
        {t('exports.approve')}
      </Button>
      <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
        {t('exports.refuse')}
      </Button>
      {decide.isError && <Alert type="error" title={toProblem(decide.error, locale, t).message} />}
    </span>
  )
}

function DownloadButton({ fileId, what }: { fileId: string; what: string }) {
  const { t, locale } = useLocale()
  const save = useMutation({ mutationFn: () => saveFile(addressOfExport(fileId), `${what}.xlsx`) })
  return (
    <span className="row-actions">
      <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
        {t('exports.download')}
      </Button>
      {save.isError && <Alert type="error" title={toProblem(save.error, locale, t).message} />}
    </span>
  )
}
