import { ROSTER_FIELDS, rosterField } from '@anye/contract/registry/imports/roster-fields'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import { Alert, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useLocale, useName, useT } from '../../../app/i18n/locale.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { CertaintyMark } from './CertaintyMark.tsx'
import { CommandButton } from './CommandButton.tsx'
import { mapImport } from './imports.data.ts'
import { ASKED, certaintyOf, doubledFields, fieldOf, missingFields, toMapping } from './mapping.rules.ts'
import type { Certainty, Choices, MappedColumn } from './mapping.rules.ts'

const SHOWN = ['all', 'ask', 'unmapped'] as const
type Shown = (typeof SHOWN)[number]

/** Which column is which field: proposed, with samples; what is unsure, doubled or missing is named. */
export function MappingStep({ data, onPreview }: { data: ImportPageData; onPreview: () => void }) {
  const t = useT()
  const nameOf = useName()
  const [choices, setChoices] = useState<Choices>({})
  const [shown, setShown] = useState<Shown>('all')
  const { columns, summary } = data
  const missing = missingFields(columns, choices)
  const doubled = doubledFields(columns, choices)
  const isChanged = Object.keys(choices).length > 0
  const isUnconfirmed = columns.some((column) => ASKED.has(certaintyOf(column, choices)))
  const choose = (key: string, field: RosterFieldKey | null) =>
    setChoices((now) => ({ ...now, [key]: field }))
  const hindrance =
    missing.length > 0
      ? t('imports.map.missing', {
          fields: missing.map((key) => nameOf(rosterField(key))).join(t('value.comma')),
        })
      : doubled.size > 0
        ? t('imports.map.doubled', {
            fields: [...doubled].map((key) => nameOf(rosterField(key))).join(t('value.comma')),
          })
        : undefined
  return (
    <>
      {hindrance && <Alert type="error" showIcon title={hindrance} />}
      {data.remembered && <Alert type="info" showIcon title={t('imports.map.remembered')} />}
      <SkippedSheets sheets={data.sheets} />
      <DataTable
        name="import-mapping"
        caption={t('imports.step.mapping')}
        columns={useMappingColumns({ choices, doubled, choose, all: columns })}
        rows={columns.filter((column) => isShown(certaintyOf(column, choices), shown))}
        rowKey={({ key, column }) => `${column}:${key}`}
        filters={
          <Segmented<Shown>
            size="small"
            value={shown}
            onChange={setShown}
            options={SHOWN.map((value) => ({
              value,
              label: t(`imports.map.show.${value}`, {
                count: columns.filter((column) => isShown(certaintyOf(column, choices), value)).length,
              }),
            }))}
          />
        }
        actions={
          isChanged || isUnconfirmed ? (
            <CommandButton
              isPrimary
              label={t('imports.map.confirm')}
              hindrance={hindrance}
              send={(commandId) =>
                mapImport({ commandId, id: summary.id, mapping: toMapping(columns, choices) })
              }
            />
          ) : (
            <ActionButton type="primary" blockedBecause={hindrance} onClick={onPreview}>
              {t('imports.map.preview')}
            </ActionButton>
          )
        }
        empty={<EmptyState title={t('imports.map.nothing')} advice={t('imports.map.nothing.advice')} />}
      />
    </>
  )
}

function isShown(certainty: Certainty, shown: Shown): boolean {
  if (shown === 'ask') return ASKED.has(certainty)
  return shown === 'all' || certainty === 'unmapped'
}

interface MappingColumns {
  choices: Choices
  doubled: ReadonlySet<RosterFieldKey>
  choose: (key: string, field: RosterFieldKey | null) => void
  all: readonly MappedColumn[]
}

function useMappingColumns({
  choices,
  doubled,
  choose,
  all,
}: MappingColumns): readonly Column<MappedColumn>[] {
  const t = useT()
  const letterOf = (position: number | null) => all.find(({ column }) => column === position)?.letter ?? ''
  return [
    { key: 'title', title: t('imports.map.title'), render: ({ path }) => path.join(' / ') || NO_VALUE },
    { key: 'letter', title: t('imports.map.letter'), width: 56, render: ({ letter }) => letter },
    {
      key: 'samples',
      title: t('imports.map.samples'),
      render: ({ samples }) => <span className="samples quiet">{samples.join(' · ') || NO_VALUE}</span>,
    },
    {
      key: 'field',
      title: t('imports.map.field'),
      width: 264,
      render: (column) => <FieldSelect column={column} choices={choices} doubled={doubled} choose={choose} />,
    },
    {
      key: 'certainty',
      title: t('imports.map.certainty'),
      width: 200,
      render: (column) => (
        <CertaintyMark
          certainty={certaintyOf(column, choices)}
          confidence={column.confidence}
          other={letterOf(column.conflictWith)}
        />
      ),
    },
  ]
}

function FieldSelect({
  column,
  choices,
  doubled,
  choose,
}: Omit<MappingColumns, 'all'> & { column: MappedColumn }) {
  const { t, locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  const field = fieldOf(column, choices)
  return (
    <Select<RosterFieldKey>
      size="small"
      className="field-select"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('imports.map.fieldOf', { column: column.path.join(' / ') || column.letter })}
      placeholder={t('imports.map.skip')}
      status={field !== null && doubled.has(field) ? 'error' : ''}
      value={field}
      onChange={(next) => choose(column.key, next ?? null)}
      options={LEVELS.map((level) => ({
        label: t(`imports.map.level.${level}`),
        options: ROSTER_FIELDS.filter((entry) => entry.level === level).map((entry) => ({
          value: entry.key,
          label: entry.required ? `${entry[language]} *` : entry[language],
        })),
      }))}
    />
  )
}

const LEVELS = ['household', 'person', 'work'] as const

function SkippedSheets({ sheets }: Pick<ImportPageData, 'sheets'>) {
  const t = useT()
  const skipped = sheets.filter((sheet) => sheet.skipped !== null)
  if (skipped.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('imports.sheets.skipped', { count: skipped.length, total: sheets.length })}
      description={skipped.map(({ name, skipped: why }) => (
        <div key={name}>
          {name}: {why}
        </div>
      ))}
    />
  )
}
