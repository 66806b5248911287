import { Button } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { useIssueTexts } from './issue-texts.ts'
import { LevelMark } from './LevelMark.tsx'
import '../registry.css'

/** Issues by rule, the most frequent first: one cause often explains a thousand rows. */
export function RuleTable({ byRule }: Pick<ImportPageData, 'byRule'>) {
  const t = useT()
  const list = useListState()
  const { ruleText } = useIssueTexts()
  const chosen = list.filter('rule')
  if (byRule.length === 0) return null
  return (
    <Panel title={t('imports.rules')} note={t('imports.rules.note')}>
      <table className="plain-table rules">
        <caption className="visually-hidden">{t('imports.rules')}</caption>
        <tbody>
          {byRule.map(({ rule, level, count, message }) => (
            <tr key={`${rule}:${level}:${message}`} className={chosen === rule ? 'is-chosen' : undefined}>
              <th scope="row">
                <Button
                  size="small"
                  type="link"
                  aria-pressed={chosen === rule}
                  onClick={() => list.setFilter('rule', chosen === rule ? undefined : rule)}
                >
                  {rule}
                </Button>
              </th>
              <td>
                <LevelMark level={level} />
              </td>
              <td className="number">{formatInteger(count)}</td>
              <td>{ruleText(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
