import { CARD_STATUS } from '@anye/codes/card-status'
import { Select } from 'antd'
import { useT } from '../../../../app/i18n/locale.tsx'
import type { useListState } from '../../../../app/use-list-state.ts'
import { useCodeNames } from '../../../registry/code-names.ts'
import { ChoiceFilter, ClearFilters, SearchFilter } from '../../../registry/list-filters.tsx'
import { PlaceFilter } from '../../../registry/places/PlaceFilter.tsx'
import { useProgress } from '../review.data.ts'

const STATES = ['due', 'checked', 'returned', 'reviewed', 'closed', 'reopened'] as const

/** Filters above the lines of a month; every one lives in the address, and the bulk review takes the same. */
export function LineFilters({ list, month }: { list: ReturnType<typeof useListState>; month: string | undefined }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const { filter, setFilter } = list
  const months = useProgress({ month, place: undefined }).data?.months ?? []
  const choice = (name: string, title: string, options: { value: string; label: string }[]) => (
    <ChoiceFilter title={title} value={filter(name)} options={options} onChange={(value) => setFilter(name, value)} />
  )
  return (
    <>
      <Select<string>
        size="small"
        aria-label={t('progress.month')}
        value={month ?? null}
        options={months.map((each) => ({ value: each, label: each }))}
        onChange={(value) => setFilter('month', value)}
        popupMatchSelectWidth={false}
      />
      <SearchFilter value={filter('search')} onChange={(value) => setFilter('search', value)} placeholder={t('lines.search')} />
      <PlaceFilter value={filter('place')} onChange={(value) => setFilter('place', value)} />
      {choice('state', t('lines.state'), STATES.map((value) => ({ value, label: t(`cardState.${value}`) })))}
      {choice('status', t('lines.status'), optionsOf(CARD_STATUS))}
      {choice('inDispute', t('lines.dispute'), [{ value: 'true', label: t('lines.dispute.yes') }])}
      {choice('late', t('lines.late'), [{ value: 'true', label: t('lines.late.yes') }, { value: 'false', label: t('lines.late.no') }])}
      {choice('noChange', t('lines.noChange'), [{ value: 'true', label: t('lines.noChange.yes') }, { value: 'false', label: t('lines.noChange.no') }])}
      {choice('unchangedMonths', t('lines.unchanged'), [{ value: '3', label: t('lines.unchanged.3') }])}
      <ClearFilters list={list} />
    </>
  )
}
