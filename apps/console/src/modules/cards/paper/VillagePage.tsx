import { Select } from 'antd'
import { useParams } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { BagCheck } from './BagCheck.tsx'
import { IssueButton } from './IssueButton.tsx'
import type { CardVillage } from './paper.data.ts'
import { useVillage } from './paper.data.ts'
import { PrintPanel } from './PrintPanel.tsx'
import '../../registry/registry.css'
import './paper.css'

/** The service cards of one village on paper: issue them, print them, and look whether they are in their bags. */
export default function VillagePage() {
  const { village = '' } = useParams()
  const found = useVillage(village)
  if (found.isError) {
    return <div className="page"><ProblemState error={found.error} onRetry={() => void found.refetch()} /></div>
  }
  return found.data ? <Village key={village} data={found.data} /> : <div className="page"><BlockSkeleton height={320} /></div>
}

function Village({ data }: { data: CardVillage }) {
  const t = useT()
  const list = useListState()
  const { scope } = useSession()
  const mayPrint = useMay('card.print')
  const { households, carded, labourers, bagsSeen, bagsMissing } = data.tally
  const group = groupOf(list.filter('group'))
  const prints = mayPrint && carded > 0
  const groupFilter = <GroupFilter data={data} list={list} />
  return (
    <div className="page">
      <PageHead
        question={t('cards.village.question', { name: data.name })}
        answer={t('cards.village.answer', {
          carded: formatInteger(carded), households: formatInteger(households), labourers: formatInteger(labourers),
          seen: formatInteger(bagsSeen), missing: formatInteger(bagsMissing),
        })}
        note={data.place}
        trail={scope?.code === data.village ? null : <p className="quiet"><UiLink href={paths.paperCards()}>{t('cards.villages.question')}</UiLink></p>}
        actions={<IssueButton data={data} />}
      />
      {/* One filter for both: what is printed is what is keyed in afterwards. */}
      {prints && <PrintPanel data={data} group={group} groupFilter={groupFilter} />}
      <BagCheck data={data} group={group} list={list} groupFilter={prints ? null : groupFilter} />
    </div>
  )
}

/** In the address `-` stands for the households of no group, which have no name to write. */
const NO_GROUP = '-'

function groupOf(text: string | undefined): string | undefined {
  return text === NO_GROUP ? '' : text
}

/** All groups or one of them: what is printed and what is listed. */
function GroupFilter({ data, list }: { data: CardVillage; list: ReturnType<typeof useListState> }) {
  const t = useT()
  return (
    <Select<string>
      size="small"
      className="group-filter"
      allowClear
      placeholder={t('cards.group.all')}
      aria-label={t('cards.group')}
      value={list.filter('group') ?? null}
      onChange={(group) => list.setFilter('group', group)}
      options={data.groups.map(({ name, households, carded }) => ({
        value: name || NO_GROUP,
        label: t('cards.group.option', { name: name || t('cards.group.none'), carded, households }),
      }))}
      popupMatchSelectWidth={false}
    />
  )
}
