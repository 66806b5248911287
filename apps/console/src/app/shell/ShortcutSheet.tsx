import { Modal } from 'antd'
import { useT } from '../i18n/locale.tsx'
import { useSession } from '../session.tsx'
import { navigationFor } from './navigation.ts'

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT()
  const { permissions } = useSession()
  const destinations = navigationFor(permissions).flatMap(({ items }) => items)
  const general = [
    ['/', t('keys.search')],
    ['?', t('keys.help')],
    ['↑ ↓', t('keys.rows')],
    ['Enter', t('keys.open')],
    ['Esc', t('keys.leave')],
  ] as const
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={560}>
      <div className="keys">
        <dl>
          {general.map(([key, meaning]) => <KeyLine key={key} keys={[key]} meaning={meaning} />)}
        </dl>
        <dl aria-label={t('keys.go')}>
          {destinations.map(({ key, shortcut, label }) => (
            <KeyLine key={key} keys={['g', shortcut]} meaning={t(label)} />
          ))}
        </dl>
      </div>
    </Modal>
  )
}

function KeyLine({ keys, meaning }: { keys: readonly string[]; meaning: string }) {
  return (
    <div>
      <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
      <dd>{meaning}</dd>
    </div>
  )
}
