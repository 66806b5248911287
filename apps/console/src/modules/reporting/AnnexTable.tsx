import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { labelOf } from '@anye/codes/code-list'
import { daysBetween } from '@anye/kernel/calendar-date'
import { useLocale } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { formatInteger, NO_VALUE } from '../../ui/format.ts'
import { UiLink } from '../../ui/link.tsx'
import type { ReportContent } from './report-types.ts'
import { SheetTable } from './SheetTable.tsx'

/** The restricted annex: zero-employment households; readers without rows learn only how many there are. */
export function AnnexTable({ content: { zeroAnnex, zeroAnnexTotal, day } }: { content: ReportContent }) {
  const { t, locale } = useLocale()
  const maySee = useMay('household.read')
  if (zeroAnnex.length === 0)
    return (
      <p className="report-remark screen-only">
        {t('report.annex.hidden', { total: formatInteger(zeroAnnexTotal) })}
      </p>
    )
  const rest = zeroAnnexTotal - zeroAnnex.length
  const left = (dueOn: string) => {
    const days = daysBetween(day, dueOn)
    return days < 0 ? t('report.annex.overdue', { days: -days }) : t('report.annex.left', { days })
  }
  return (
    <section className="report-annex" aria-label={t('report.annex.title')}>
      <p className="report-annex-mark">{t('report.annex.mark')}</p>
      <SheetTable
        title={t('report.annex.count', { total: formatInteger(zeroAnnexTotal) })}
        columns={[
          { key: 'number', title: t('report.col.number'), align: 'center' },
          { key: 'place', title: t('report.col.address') },
          { key: 'head', title: t('report.col.head') },
          { key: 'type', title: t('report.col.type') },
          { key: 'since', title: t('report.col.since'), align: 'center' },
          { key: 'due', title: t('report.col.due'), align: 'center' },
          { key: 'left', title: t('report.col.left'), align: 'center' },
          { key: 'contact', title: t('report.col.contact') },
        ]}
        rows={zeroAnnex.map((row, index) => ({
          key: row.householdId,
          cells: [
            index + 1,
            row.place,
            maySee ? (
              <UiLink key="head" className="figure-link" href={paths.household(row.householdId)}>
                {row.headName}
              </UiLink>
            ) : (
              row.headName
            ),
            labelOf(HOUSEHOLD_TYPE, row.type, locale === 'en' ? 'en' : 'zh'),
            row.since,
            row.dueOn,
            left(row.dueOn),
            row.contactName ?? NO_VALUE,
          ],
        }))}
        foot={
          rest > 0
            ? t('report.annex.rest', { listed: formatInteger(zeroAnnex.length), rest: formatInteger(rest) })
            : undefined
        }
      />
    </section>
  )
}
