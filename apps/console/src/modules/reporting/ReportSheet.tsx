import { toChinese } from '@anye/kernel/calendar-date'
import type { ReactNode } from 'react'
import { useLocale, useT } from '../../app/i18n/locale.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { AnnexTable } from './AnnexTable.tsx'
import { BottomTable } from './BottomTable.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { AddNote, Notes } from './Notes.tsx'
import type { Report, ReportSection, Sentence } from './report-types.ts'
import { SentenceText } from './SentenceText.tsx'
import { UnitsTable } from './UnitsTable.tsx'

/** A section to print: without content it is left out, except the one that people write. */
interface Part {
  section: ReportSection
  title: string
  sentences: readonly Sentence[]
  table?: ReactNode
}

/**
 * The report laid out as the printed document: red head, number, date, numbered sections, signature, annex.
 */
export function ReportSheet({ report }: { report: Report }) {
  const { content } = report
  const parts = usePartsOf(report)
  return (
    <article className="report-sheet" lang="zh-CN">
      <SheetHead report={report} />
      {parts.map((part, index) => (
        <SheetPart key={part.section} part={part} number={index + 1} report={report} />
      ))}
      <Corrections corrections={report.corrections} />
      <Closing report={report} />
      {content.zeroAnnexTotal > 0 && <AnnexTable content={content} />}
    </article>
  )
}

function usePartsOf({ content }: Report): readonly Part[] {
  const t = useT()
  const { headline, units, bottom, tracks, cards, dataQuality, day } = content
  const unitWord = t(`report.places.${units.rows[0]?.place.level ?? 'township'}`)
  const bottomWord = t(`report.places.${bottom.rows[0]?.place.level ?? 'village'}`)
  const parts: Part[] = [
    { section: 'headline', title: t('report.section.headline'), sentences: headline.sentences },
    {
      section: 'units',
      title: t('report.section.unitsOf', { places: unitWord }),
      sentences: [units.sentence],
      table: <UnitsTable rows={units.rows} day={day} />,
    },
    ...(bottom.rows.length === 0
      ? []
      : [
          {
            section: 'bottom' as const,
            title: t('report.section.bottomOf', { places: bottomWord }),
            sentences: [bottom.sentence],
            table: <BottomTable rows={bottom.rows} day={day} />,
          },
        ]),
    { section: 'tracks', title: t('report.section.tracks'), sentences: tracks.sentences },
    { section: 'cards', title: t('report.section.cards'), sentences: cards?.sentences ?? [] },
    {
      section: 'dataQuality',
      title: t('report.section.dataQuality'),
      sentences: dataQuality.sentences,
      table: <LedgerTable content={content} />,
    },
    { section: 'tasks', title: t('report.section.tasks'), sentences: [] },
  ]
  return parts.filter(
    ({ section, sentences, table }) => section === 'tasks' || sentences.length > 0 || table !== undefined,
  )
}

function SheetHead({ report: { content, summary } }: { report: Report }) {
  const { t, locale } = useLocale()
  return (
    <header className="report-head">
      <p className="report-mark">
        <span>{t('report.internal')}</span>
        {content.synthetic && <span>{t('report.synthetic')}</span>}
      </p>
      <h2 className="report-name">{content.title}</h2>
      <p className="report-issue">{t('report.issue', { number: content.number })}</p>
      <p className="report-line">
        <span>{content.issuer}</span>
        <span>
          {summary.signerName ? t('report.signer', { name: summary.signerName }) : t('report.signer.none')}
        </span>
        <span>{locale === 'en' ? content.day : toChinese(content.day)}</span>
      </p>
    </header>
  )
}

function SheetPart({ part, number, report }: { part: Part; number: number; report: Report }) {
  const t = useT()
  const { section, title, sentences, table } = part
  const notes = report.notes.filter((note) => note.section === section)
  const isEmpty = section === 'tasks' && notes.length === 0
  return (
    // A heading above nothing waits for its author on the screen alone.
    <section className={isEmpty ? 'report-part screen-only' : 'report-part'} aria-label={title}>
      <h3>
        {t('report.heading', { numeral: t(`report.numeral.${toNumeral(number)}`), title })}
        <AddNote report={report} section={section} />
      </h3>
      {sentences.map((sentence, index) => (
        <SentenceText key={index} sentence={sentence} ledger={report.content.ledger} />
      ))}
      {table}
      {isEmpty ? (
        <p className="report-paragraph quiet">{t('report.tasks.none')}</p>
      ) : (
        <Notes notes={notes} />
      )}
    </section>
  )
}

const NUMERALS = [1, 2, 3, 4, 5, 6, 7] as const

/** A report has seven sections at most. */
function toNumeral(number: number): (typeof NUMERALS)[number] {
  return NUMERALS[number - 1] ?? 7
}

function Corrections({ corrections }: Pick<Report, 'corrections'>) {
  const t = useT()
  return corrections.map(({ number, text, signerName, signedAt }) => (
    <p key={number} className="report-remark is-correction">
      {t('report.correction', { number, text, by: signerName, at: formatDateTime(signedAt) })}
    </p>
  ))
}

/** Who issues; both chiefs of a county stand here, whoever of them signed (S7). */
function Closing({ report: { content, summary, digest } }: { report: Report }) {
  const { t, locale } = useLocale()
  const by = [summary.signerTitle, summary.signerName].filter(Boolean).join(' ')
  return (
    <footer className="report-closing">
      {content.chiefs.map(({ title, name }) => (
        <p key={`${title} ${name}`}>
          {title}　{name}
        </p>
      ))}
      {summary.signedAt && <p>{t('report.signed', { by, at: formatDateTime(summary.signedAt) })}</p>}
      {digest && <p className="report-digest">{t('report.digest', { digest: digest.slice(0, 16) })}</p>}
      <p>{content.issuer}</p>
      <p>{locale === 'en' ? content.day : toChinese(content.day)}</p>
    </footer>
  )
}
