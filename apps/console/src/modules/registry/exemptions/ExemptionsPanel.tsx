import { Button } from 'antd'
import { useState } from 'react'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ExemptionRow } from '../registry-types.ts'
import { ApproveButton } from './ApproveButton.tsx'
import { AskExemptionDialog } from './AskExemptionDialog.tsx'
import { EndButton } from './EndButton.tsx'
import { toExemptionReason } from './exemption-reasons.ts'
import '../registry.css'

interface ExemptionsPanelProps {
  exemptions: readonly ExemptionRow[]
  personId: string
  isLabourer: boolean
}

/** For how long and why a labourer need not work, and who said so. */
export function ExemptionsPanel({ exemptions, personId, isLabourer }: ExemptionsPanelProps) {
  const t = useT()
  const mayAsk = useMay('exemption.ask')
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel
      title={t('exemption.title')}
      actions={
        mayAsk &&
        isLabourer && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('exemption.ask')}
          </Button>
        )
      }
    >
      {exemptions.length === 0 ? (
        <p className="panel-body quiet">{t('exemption.none')}</p>
      ) : (
        <table className="plain-table">
          <caption className="visually-hidden">{t('exemption.title')}</caption>
          <tbody>
            {exemptions.map((exemption) => (
              <tr key={exemption.id}>
                <th scope="row">
                  {exemption.fromOn} – {exemption.untilOn}
                </th>
                <td>{t(`exemption.${toExemptionReason(exemption.reason)}`)}</td>
                <td>
                  <ExemptionMark exemption={exemption} />
                  <span className="quiet">{exemption.approvedBy ?? exemption.askedBy}</span>
                </td>
                <td>
                  <ApproveButton exemption={exemption} />
                  <EndButton exemption={exemption} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAsking && <AskExemptionDialog personId={personId} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

/** Waiting, in force, or over: by shape and word. */
export function ExemptionMark({ exemption: { state, untilOn } }: { exemption: ExemptionRow }) {
  const t = useT()
  const stage = state === 'approved' && untilOn < today() ? 'over' : state
  const shape = { asked: 'behind', approved: 'on_plan', declined: 'no_data', over: 'no_data' } as const
  return (
    <span className="state-mark">
      <StateShape state={shape[stage]} />
      {t(`exemption.state.${stage}`)}
    </span>
  )
}
