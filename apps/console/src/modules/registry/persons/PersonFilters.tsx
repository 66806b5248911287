import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { SEX } from '@anye/codes/sex'
import { InputNumber } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import type { useListState } from '../../../app/use-list-state.ts'
import { useCodeNames } from '../code-names.ts'
import { ChoiceFilter, ClearFilters, SearchFilter } from '../list-filters.tsx'
import { PlaceFilter } from '../places/PlaceFilter.tsx'
import { WORK_FILTERS } from './persons.data.ts'

/** Filters above the list of persons; every one lives in the address. */
export function PersonFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const { filter, setFilter } = list
  const work = WORK_FILTERS.map((value) => ({ value, label: t(`persons.work.${value}`) }))
  const resettled = [
    { value: 'true', label: t('field.resettled.yes') },
    { value: 'false', label: t('field.resettled.no') },
  ]
  const sexes = optionsOf(SEX).filter(({ value }) => value === '1' || value === '2')
  const choice = (name: string, title: string, options: { value: string; label: string }[]) => (
    <ChoiceFilter
      title={title}
      value={filter(name)}
      options={options}
      onChange={(value) => setFilter(name, value)}
    />
  )
  return (
    <>
      <SearchFilter
        value={filter('search')}
        onChange={(value) => setFilter('search', value)}
        placeholder={t('persons.search')}
      />
      <PlaceFilter value={filter('place')} onChange={(value) => setFilter('place', value)} />
      {choice('work', t('field.work'), work)}
      {choice('householdType', t('field.type'), optionsOf(HOUSEHOLD_TYPE))}
      {choice('resettled', t('field.resettled'), resettled)}
      {choice('labourSkill', t('field.labourSkill'), optionsOf(LABOUR_SKILL))}
      {choice('sex', t('field.sex'), sexes)}
      <AgeFilter list={list} />
      <ClearFilters list={list} />
    </>
  )
}

function AgeFilter({ list: { filter, setFilter } }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const box = (name: 'ageFrom' | 'ageTo') => (
    <InputNumber
      size="small"
      min={0}
      max={120}
      precision={0}
      controls={false}
      className="age-filter"
      value={filter(name) ? Number(filter(name)) : null}
      onBlur={({ target }) => setFilter(name, target.value || undefined)}
      onPressEnter={({ currentTarget }) => setFilter(name, currentTarget.value || undefined)}
      placeholder={t(`persons.${name}`)}
      aria-label={t(`persons.${name}`)}
    />
  )
  return (
    <span className="age-filters">
      {box('ageFrom')}–{box('ageTo')}
    </span>
  )
}
