import { Alert, Button, Select } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { today } from '../../../app/clock.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { askPrint, TOUCHED_BY_PRINT } from './paper.data.ts'
import type { CardVillage } from './paper.data.ts'
import { PrintList } from './PrintList.tsx'

const PAPERS = ['cards', 'labels', 'checklist'] as const
const DECEMBER = '12'

interface PrintPanelProps {
  data: CardVillage
  group: string | undefined
  groupFilter: ReactNode
}

/** The three papers of a village or group, and those made lately. */
export function PrintPanel({ data, group, groupFilter }: PrintPanelProps) {
  const { t } = useLocale()
  const [year, setYear] = useState(yearOfCards)
  return (
    <Panel
      title={t('cards.print')}
      note={t('cards.print.note')}
      actions={
        <>
          {groupFilter}
          <Select<number>
            size="small"
            aria-label={t('cards.year')}
            value={year}
            onChange={setYear}
            options={[-1, 0, 1].map((step) => yearOfCards() + step).map((value) => ({ value, label: t('cards.year.option', { year: value }) }))}
          />
        </>
      }
    >
      <ul className="paper-kinds">
        {PAPERS.map((paper) => <PaperKind key={paper} input={{ village: data.village, group, paper, year }} />)}
      </ul>
      <PrintList village={data.village} />
    </Panel>
  )
}

/** In December cards are printed for the year to come. */
function yearOfCards(): number {
  const day = today()
  return Number(day.slice(0, 4)) + (day.slice(5, 7) === DECEMBER ? 1 : 0)
}

function PaperKind({ input }: { input: { village: string; group: string | undefined; paper: (typeof PAPERS)[number]; year: number } }) {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  // Every print is a paper of its own, so each gets an id of its own once the one before is asked for.
  const [commandId, setCommandId] = useState(newCommandId)
  const ask = useMutation({
    mutationFn: () => askPrint({ commandId, ...input }),
    onSuccess: async () => {
      setCommandId(newCommandId())
      await Promise.all(TOUCHED_BY_PRINT.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return (
    <li>
      <div>
        <b>{t(`cards.paper.${input.paper}`)}</b>
        <span className="quiet">{t(`cards.paper.${input.paper}.about`)}</span>
        {ask.isError && <Alert type="error" title={toProblem(ask.error, locale, t).message} />}
      </div>
      <Button loading={ask.isPending} onClick={() => ask.mutate()} aria-label={t('cards.print.make.of', { paper: t(`cards.paper.${input.paper}`) })}>
        {t('cards.print.make')}
      </Button>
    </li>
  )
}
