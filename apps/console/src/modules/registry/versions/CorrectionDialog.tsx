import { Radio } from 'antd'
import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { conflictRows, settle } from './conflict.rules.ts'
import type { ConflictRow } from './conflict.rules.ts'
import './versions.css'

export type Corrected<Values> = Values & { reason: string }

/** A record as its form shows it, at one version. */
export interface Opened<Values> {
  version: number
  values: Values
}

interface CorrectionDialogProps<Values extends object> {
  title: string
  opened: Opened<Values>
  /** The record as it stands now, asked when the server says that it has a newer version. */
  readNow: () => Promise<Opened<Values>>
  send: (values: Corrected<Values>, base: Opened<Values>, commandId: string) => Promise<unknown>
  labelOf: (field: string) => string
  show: (field: string, value: unknown) => string
  touches: readonly (readonly unknown[])[]
  onClose: () => void
  width?: number
  children: ReactNode | ((form: FormInstance<Corrected<Values>>) => ReactNode)
}

/**
 * A correction with its reason. When somebody was faster, both versions stand side by side and the person
 * chooses field
 * by field; then it is sent again on top of the newer version. Nothing typed is lost, nothing overwritten
 * unseen.
 */
export function CorrectionDialog<Values extends object>(props: CorrectionDialogProps<Values>) {
  const t = useT()
  const [base, setBase] = useState(props.opened)
  const [rows, setRows] = useState<readonly ConflictRow[]>([])
  const [mineKept, keepMine] = useState<ReadonlySet<string>>(new Set())

  const compare = async (form: FormInstance<Corrected<Values>>) => {
    const now = await props.readNow()
    const mine = form.getFieldsValue(true)
    setRows(conflictRows(base.values, now.values, mine))
    keepMine(new Set())
    setBase(now)
  }
  const send = (typed: Corrected<Values>, commandId: string) => {
    const values = { ...typed, ...settle(typed, rows, mineKept) }
    return props.send(values, base, commandId)
  }
  return (
    <CommandDialog<Corrected<Values>, unknown>
      title={props.title}
      submit={t(rows.length > 0 ? 'conflict.submit' : 'correct.submit')}
      // The form adds the reason to the values of the record.
      initial={props.opened.values as Partial<Corrected<Values>>}
      send={send}
      onRefused={(error, form) => {
        if (!isStale(error)) return false
        void compare(form)
        return true
      }}
      onClose={props.onClose}
      touches={props.touches}
      width={props.width ?? 640}
    >
      {(form) => (
        <>
          {typeof props.children === 'function' ? props.children(form) : props.children}
          <ReasonField />
          {base !== props.opened && (
            <ConflictTable
              rows={rows}
              mineKept={mineKept}
              onKeep={(field, isMine) => keepMine(withChoice(mineKept, field, isMine))}
              labelOf={props.labelOf}
              show={props.show}
            />
          )}
        </>
      )}
    </CommandDialog>
  )
}

function isStale(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'stale_version'
}

function withChoice(kept: ReadonlySet<string>, field: string, isMine: boolean): ReadonlySet<string> {
  const next = new Set(kept)
  if (isMine) next.add(field)
  else next.delete(field)
  return next
}

interface ConflictTableProps {
  rows: readonly ConflictRow[]
  mineKept: ReadonlySet<string>
  onKeep: (field: string, isMine: boolean) => void
  labelOf: (field: string) => string
  show: (field: string, value: unknown) => string
}

function ConflictTable({ rows, mineKept, onKeep, labelOf, show }: ConflictTableProps) {
  const t = useT()
  if (rows.length === 0)
    return (
      <p className="conflict" role="alert">
        {t('conflict.elsewhere')}
      </p>
    )
  return (
    <div className="conflict" role="alert">
      <p>{t('conflict.title')}</p>
      <table className="versions">
        <thead>
          <tr>
            <th scope="col">{t('versions.what')}</th>
            <th scope="col">{t('conflict.opened')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, opened, theirs, mine, isBoth }) => (
            <tr key={field}>
              <th scope="row">{labelOf(field)}</th>
              <td>{show(field, opened) || NO_VALUE}</td>
              <td>
                <Radio checked={!isBoth || !mineKept.has(field)} onChange={() => onKeep(field, false)}>
                  {show(field, theirs)}
                </Radio>
              </td>
              <td>
                {isBoth ? (
                  <Radio checked={mineKept.has(field)} onChange={() => onKeep(field, true)}>
                    {show(field, mine)}
                  </Radio>
                ) : (
                  <span className="quiet">{t('conflict.untouched')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
