import { CARD_STATUS } from '@anye/codes/card-status'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import { METHOD_KEYS, readStatus } from './entry.rules.ts'
import type { Entry } from './entry.rules.ts'
import { JobForms } from './JobForms.tsx'
import type { Line } from './keyed.data.ts'
import { ResultMark } from './ResultMark.tsx'
import type { Entries } from './use-entries.ts'
import '../../../ui/table/data-table.css'

const FIELDS = ['status', 'method', 'day'] as const
type Field = (typeof FIELDS)[number]
const LENGTH: Record<Field, number> = { status: 3, method: 1, day: 4 }

interface KeyedGridProps {
  lines: readonly Line[]
  entries: Entries
}

/** The grid: Enter sends a row and goes on to the next, the arrows move, nothing needs the mouse. */
export function KeyedGrid({ lines, entries }: KeyedGridProps) {
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const [asked, setAsked] = useState<Line>()
  const focus = (index: number, field: Field) => {
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${index}-${field}"]`)
    input?.focus()
    input?.select()
  }
  const goOn = (index: number) => focus(index + 1, 'status')
  /** Sends a row and goes on, or to what is missing. */
  const send = (line: Line, index: number, given: Partial<Entry> = {}) => {
    const fault = entries.send(line, given)
    if (fault === 'begin' || fault === 'end') setAsked(line)
    else if (fault) focus(index, fault)
    else goOn(index)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, line: Line, index: number, field: Field) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) focus(index + step, field)
    else if (event.key === 'Enter') send(line, index)
    else if (event.key === 'Escape') entries.clear(line.personId)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="data-table-scroll">
        <table className="data-table keyed" ref={table}>
          <caption className="visually-hidden">{t('keyed.question')}</caption>
          <KeyedHead />
          <tbody>
            {lines.map((line, index) => (
              <KeyedRow
                key={line.personId}
                line={line}
                index={index}
                isFirst={line.householdId !== lines[index - 1]?.householdId}
                entries={entries}
                onKeyDown={onKeyDown}
                onMethod={() => focus(index, 'day')}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked && (
        <JobForms
          line={asked}
          entry={entries.entryOf(asked.personId)}
          onDone={(given) => {
            setAsked(undefined)
            send(asked, lines.indexOf(asked), given)
          }}
          onClose={() => {
            setAsked(undefined)
            focus(lines.indexOf(asked), 'status')
          }}
        />
      )}
    </>
  )
}

function KeyedHead() {
  const t = useT()
  return (
    <thead>
      <tr>
        {(['head', 'group', 'name', 'known', 'status', 'method', 'day', 'result'] as const).map((key) => (
          <th key={key} scope="col">{t(`keyed.${key}`)}</th>
        ))}
      </tr>
    </thead>
  )
}

interface KeyedRowProps {
  line: Line
  index: number
  /** First of its household: says whose card it is. */
  isFirst: boolean
  entries: Entries
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>, line: Line, index: number, field: Field) => void
  onMethod: () => void
}

function KeyedRow({ line, index, isFirst, entries, onKeyDown, onMethod }: KeyedRowProps) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const entry = entries.entryOf(line.personId)
  const result = entries.resultOf(line.personId)
  const read = readStatus(entry.status, line.knownStatus)
  const words: Record<Field, string> = {
    status: read ? (read.noChange ? t('keyed.noChange') : nameOf(CARD_STATUS, read.status)) : '',
    method: METHOD_KEYS[entry.method] ? t(`keyed.method.${METHOD_KEYS[entry.method] ?? 'none'}`) : '',
    day: '',
  }
  return (
    <tr className={isFirst ? 'is-first' : undefined}>
      <th scope="row">{isFirst && <UiLink href={paths.household(line.householdId)}>{line.headName}</UiLink>}</th>
      <td>{isFirst && (line.groupName ?? NO_VALUE)}</td>
      <td>{line.name}</td>
      <td>
        {nameOf(CARD_STATUS, line.knownStatus)} <span className="quiet">{line.employer}</span>
      </td>
      {FIELDS.map((field) => (
        <td key={field}>
          <input
            className={`keyed-input is-${field}`}
            data-cell={`${index}-${field}`}
            aria-label={t('keyed.cell', { name: line.name, field: t(`keyed.${field}`) })}
            aria-invalid={result?.kind === 'fault' && result.fault === field}
            value={entry[field]}
            maxLength={LENGTH[field]}
            autoComplete="off"
            inputMode={field === 'status' ? 'text' : 'numeric'}
            onChange={({ target }) => {
              entries.type(line.personId, { [field]: target.value })
              if (field === 'method' && METHOD_KEYS[target.value]) onMethod()
            }}
            onKeyDown={(event) => onKeyDown(event, line, index, field)}
          />
          <span className="keyed-word">{words[field]}</span>
        </td>
      ))}
      <td>
        <ResultMark result={result} isTyped={entry.status !== ''} />
      </td>
    </tr>
  )
}
