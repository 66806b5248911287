import { CARD_STATUS } from '@anye/codes/card-status'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { paths } from '../../../../app/paths.ts'
import { useListState } from '../../../../app/use-list-state.ts'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { StateShape } from '../../../../ui/figures/StateMark.tsx'
import { formatInteger, NO_VALUE } from '../../../../ui/format.ts'
import { UiLink } from '../../../../ui/link.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../../ui/view/ViewButtons.tsx'
import { useCodeNames } from '../../../registry/code-names.ts'
import { useSample } from '../review.data.ts'
import type { MemberRow } from '../review.data.ts'
import { RecallDialog } from './RecallDialog.tsx'

const SHAPES = { agrees: 'on_plan', differs: 'far_behind', unreached: 'behind', open: 'no_data' } as const

/** Whom a sample names, and what the re-calls found. */
export default function SamplePage() {
  const t = useT()
  const { id = '' } = useParams()
  const list = useListState()
  const sample = useSample(id, list.cursor)
  const { data } = sample
  const [calling, setCalling] = useState<MemberRow>()
  const head = data?.sample
  return (
    <div className="page">
      <PageHead
        question={head ? t('sample.question', { place: head.place.name, month: head.month }) : t('samples.question')}
        trail={<p className="quiet"><UiLink href={paths.cardSamples()}>{t('sample.back')}</UiLink></p>}
        answer={sample.isError ? null : head && t('sample.answer', {
          size: formatInteger(head.size), reached: formatInteger(head.agrees + head.differs), agrees: head.agrees, differs: head.differs, unreached: head.unreached,
        })}
        note={head && t('sample.note', { seed: head.seed, population: formatInteger(head.population), digest: head.digest })}
        actions={<PrintButton />}
      />
      {sample.isError ? (
        <ProblemState error={sample.error} onRetry={() => void sample.refetch()} />
      ) : (
        <DataTable
          name="card-sample"
          caption={t('samples.question')}
          columns={useMemberColumns(setCalling)}
          rows={data?.rows}
          rowKey={({ personId }) => personId}
          paging={list.pagingOf(data)}
        />
      )}
      {calling && <RecallDialog sampleId={id} member={calling} onClose={() => setCalling(undefined)} />}
    </div>
  )
}

function useMemberColumns(onCall: (member: MemberRow) => void): readonly Column<MemberRow>[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  return [
    { key: 'name', title: t('lines.name'), render: ({ name, personId }) => <UiLink href={paths.person(personId)}>{name}</UiLink> },
    { key: 'n', title: t('sample.n'), align: 'number', render: ({ n }) => n },
    { key: 'phone', title: t('sample.phone'), render: ({ phone }) => phone ?? NO_VALUE },
    { key: 'place', title: t('lines.place'), render: ({ place }) => place },
    { key: 'stated', title: t('sample.stated'), render: ({ stated }) => nameOf(CARD_STATUS, stated) },
    { key: 'by', title: t('lines.by'), render: ({ checkedBy }) => checkedBy ?? NO_VALUE },
    { key: 'found', title: t('sample.found'), render: ({ found }) => nameOf(CARD_STATUS, found) },
    {
      key: 'outcome', title: t('sample.outcome'),
      render: ({ outcome }) => <span className="state-mark"><StateShape state={SHAPES[outcome ?? 'open']} />{t(`sample.outcome.${outcome ?? 'open'}`)}</span>,
    },
    { key: 'recalledBy', title: t('sample.recalledBy'), render: ({ recalledBy }) => recalledBy ?? NO_VALUE },
    {
      key: 'act', title: '', required: true,
      render: (member) => (member.outcome === null || member.outcome === 'unreached'
        ? <ActionButton size="small" onClick={() => onCall(member)}>{t('sample.recall')}</ActionButton> : ''),
    },
  ]
}
