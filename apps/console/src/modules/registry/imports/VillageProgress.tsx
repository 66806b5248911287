import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ImportPageData } from '../registry-types.ts'

type Village = ImportPageData['villagesTouched'][number]

/** The villages of a file: written or not yet, each with the way to its people. */
export function VillageProgress({ villages }: { villages: readonly Village[] }) {
  const t = useT()
  const maySee = useMay('person.read')
  const columns: readonly Column<Village>[] = [
    {
      key: 'name',
      title: t('field.village'),
      render: ({ code, name, done }) =>
        done && maySee ? <UiLink href={paths.persons({ place: code })}>{name}</UiLink> : name,
    },
    {
      key: 'persons',
      title: t('imports.village.persons'),
      align: 'number',
      width: 120,
      render: ({ persons }) => formatInteger(persons),
    },
    {
      key: 'done',
      title: t('exports.state'),
      render: ({ done }) => (
        <span className="state-mark">
          <StateShape state={done ? 'on_plan' : 'no_data'} />
          {t(done ? 'imports.village.done' : 'imports.village.waits')}
        </span>
      ),
    },
    {
      key: 'coverage',
      title: t('imports.village.coverage'),
      render: ({ code, done }) =>
        done ? <UiLink href={paths.overview(code)}>{t('imports.village.open')}</UiLink> : '',
    },
  ]
  return (
    <Panel
      className="import-villages"
      title={t('imports.villages')}
      note={t('imports.villages.note', {
        done: villages.filter(({ done }) => done).length,
        total: villages.length,
      })}
    >
      <DataTable
        name="import-villages"
        caption={t('imports.villages')}
        columns={columns}
        rows={villages}
        rowKey={({ code }) => code}
      />
    </Panel>
  )
}
