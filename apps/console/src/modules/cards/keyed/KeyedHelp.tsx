import { CARD_STATUS } from '@anye/codes/card-status'
import { Modal } from 'antd'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { METHOD_KEYS } from './entry.rules.ts'

/** Every key of the grid on one sheet. */
export function KeyedHelp({ onClose }: { onClose: () => void }) {
  const { t, locale } = useLocale()
  const moves = [
    ['Enter', t('keyed.key.enter')], ['Tab', t('keyed.key.tab')], ['↑ ↓', t('keyed.key.arrows')], ['Esc', t('keyed.key.escape')],
    ['=', t('keyed.key.noChange')], ['11+', t('keyed.key.newJob')], ['1120 / 20', t('keyed.key.day')],
  ] as const
  return (
    <Modal open onCancel={onClose} footer={null} title={t('keyed.help')} width={720}>
      <div className="keys">
        <dl>{moves.map(([key, meaning]) => <Key key={key} name={key} meaning={meaning} />)}</dl>
        <dl aria-label={t('keyed.status')}>
          {CARD_STATUS.map(({ code, zh, en }) => <Key key={code} name={code} meaning={locale === 'en' ? en : zh} />)}
        </dl>
        <dl aria-label={t('keyed.method')}>
          {Object.entries(METHOD_KEYS).map(([key, method]) => <Key key={key} name={key} meaning={t(`keyed.method.${method}`)} />)}
        </dl>
      </div>
    </Modal>
  )
}

function Key({ name, meaning }: { name: string; meaning: string }) {
  return (
    <div>
      <dt><kbd>{name}</kbd></dt>
      <dd>{meaning}</dd>
    </div>
  )
}
