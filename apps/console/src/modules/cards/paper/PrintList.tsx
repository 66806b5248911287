import { Alert, Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { fileAddress, openFile, saveFile } from '../../../app/download.ts'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { formatDateTime, formatInteger } from '../../../ui/format.ts'
import { usePrints } from './paper.data.ts'
import type { PrintRow } from './paper.data.ts'

const SHOWN = 6
const SHAPES = { making: 'no_data', ready: 'on_plan', failed: 'far_behind' } as const

/** Papers of this village that I had made, latest first, with the way to look at them and to keep them. */
export function PrintList({ village }: { village: string }) {
  const t = useT()
  const prints = usePrints(true)
  const rows = prints.data?.rows.filter((row) => row.village === village).slice(0, SHOWN) ?? []
  if (rows.length === 0) return null
  return (
    <table className="plain-table print-list">
      <thead>
        <tr>{(['paper', 'group', 'size', 'state', 'askedAt'] as const).map((key) => <th key={key}>{t(`cards.print.${key}`)}</th>)}<th /></tr>
      </thead>
      <tbody>{rows.map((row) => <PrintLine key={row.id} row={row} />)}</tbody>
    </table>
  )
}

function PrintLine({ row }: { row: PrintRow }) {
  const t = useT()
  const households = formatInteger(row.households)
  return (
    <tr>
      <th scope="row">{t('cards.print.title', { paper: t(`cards.paper.${row.paper}`), year: row.year })}</th>
      <td>{row.group === null ? t('cards.group.all') : row.group || t('cards.group.none')}</td>
      <td>{row.pages === null ? t('cards.print.households', { households }) : t('cards.print.pages', { households, pages: formatInteger(row.pages) })}</td>
      <td><StateMark state={SHAPES[row.state]} word={t(`cards.print.state.${row.state}`)} /></td>
      <td>{formatDateTime(row.askedAt)}</td>
      <td>{row.fileId !== null && <FileButtons fileId={row.fileId} name={row.paper} />}</td>
    </tr>
  )
}

function FileButtons({ fileId, name }: { fileId: string; name: string }) {
  const { t, locale } = useLocale()
  const show = useMutation({ mutationFn: () => openFile(fileAddress(fileId)) })
  const save = useMutation({ mutationFn: () => saveFile(fileAddress(fileId), `${name}.pdf`) })
  const refusal = show.error ?? save.error
  return (
    <span className="row-actions">
      <Button size="small" loading={show.isPending} onClick={() => show.mutate()}>{t('cards.print.show')}</Button>
      <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>{t('cards.print.save')}</Button>
      {refusal !== null && <Alert type="error" title={toProblem(refusal, locale, t).message} />}
    </span>
  )
}
