import { bagText, spacedCardNumber } from '@anye/codes/card-number'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { useRowKeys } from '../../../ui/table/use-row-keys.ts'
import type { CardRow } from './paper.data.ts'
import { ReplaceButton } from './ReplaceButton.tsx'

/** What was keyed and not sent yet, by card. */
export type Marks = ReadonlyMap<string, boolean>
type OnMark = (cardId: string, inBag: boolean | undefined) => void

/** 1 and 0 lie under one hand of the number block; y and n are for who thinks in words. */
const IN_BAG: Readonly<Record<string, boolean>> = { 1: true, y: true, 0: false, n: false }

interface BagTableProps {
  cards: readonly CardRow[]
  marks: Marks
  /** Absent for who may only read. */
  onMark: OnMark | undefined
}

/** One row a bag. With a row in focus, 1 notes the card as seen, 0 as missing, and the next row follows; Backspace takes it back. */
export function BagTable({ cards, marks, onMark }: BagTableProps) {
  const t = useT()
  const moveByArrows = useRowKeys()
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    moveByArrows(event)
    if (onMark !== undefined) markByKey(event, onMark)
  }
  return (
    <table className="plain-table bag-table" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {(['bagNo', 'cardNo', 'head', 'groupName', 'labourers', 'inBag', 'checkedAt'] as const).map((key) => <th key={key}>{t(`bags.${key}`)}</th>)}
          <th />
        </tr>
      </thead>
      <tbody>{cards.map((card) => <BagRow key={card.id} card={card} mark={marks.get(card.id)} onMark={onMark} />)}</tbody>
    </table>
  )
}

function markByKey(event: KeyboardEvent<HTMLTableElement>, onMark: OnMark): void {
  const row = event.target
  if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
  const cardId = row.dataset['card']
  const inBag = IN_BAG[event.key]
  if (cardId === undefined || (inBag === undefined && event.key !== 'Backspace')) return
  event.preventDefault()
  onMark(cardId, inBag)
  const next = inBag === undefined ? row : row.nextElementSibling
  if (next instanceof HTMLElement) next.focus()
}

function BagRow({ card, mark, onMark }: { card: CardRow; mark: boolean | undefined; onMark: OnMark | undefined }) {
  const t = useT()
  const mayReplace = useMay('card.issue')
  return (
    <tr tabIndex={0} data-card={card.id} className={mark === undefined ? '' : 'is-marked'}>
      <th scope="row">{bagText(card.bagNo)}</th>
      <td className="is-short">{spacedCardNumber(card.cardNo)}</td>
      <td><UiLink href={paths.household(card.householdId)}>{card.headName}</UiLink></td>
      <td>{card.groupName || t('cards.group.none')}</td>
      <td className="number">{card.labourers}</td>
      <td><BagMark card={card} mark={mark} onMark={onMark} /></td>
      <td className="is-short">{formatDateTime(card.checkedAt)}</td>
      <td>{mayReplace && <span className="row-actions"><ReplaceButton card={card} /></span>}</td>
    </tr>
  )
}

/** The state, and for a finger or a mouse the two answers. */
function BagMark({ card, mark, onMark }: { card: CardRow; mark: boolean | undefined; onMark: OnMark | undefined }) {
  const t = useT()
  const state = mark ?? card.inBag
  const word = state === null ? t('bags.unchecked') : t(state ? 'bags.seen' : 'bags.missing')
  return (
    <span className="bag-mark">
      <StateMark state={state === null ? 'no_data' : state ? 'on_plan' : 'far_behind'} word={mark === undefined ? word : t('bags.unsent', { word })} />
      {onMark && (
        <span className="bag-answers screen-only">
          {([true, false] as const).map((inBag) => (
            <button key={String(inBag)} type="button" tabIndex={-1} aria-pressed={mark === inBag} onClick={() => onMark(card.id, mark === inBag ? undefined : inBag)}>
              {t(inBag ? 'bags.seen' : 'bags.missing')}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}
