import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import type { FirstPassword } from '../access-types.ts'
import './users.css'

interface FirstPasswordDialogProps {
  made: FirstPassword
  onClose: () => void
  /** What comes next. */
  children?: ReactNode
}

/**
 * The first password, shown this once: it lives in this dialog and nowhere else. Escape and the mask do not
 * close it, so that nobody loses it by a slip.
 */
export function FirstPasswordDialog({ made, onClose, children }: FirstPasswordDialogProps) {
  const t = useT()
  const [copied, setCopied] = useState<boolean>()
  const copy = () =>
    navigator.clipboard.writeText(made.firstPassword).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Modal
      open
      title={t('users.first.title', { userName: made.userName })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('users.first.close')}
        </Button>
      }
    >
      <div className="first-password">
        <output>{made.firstPassword}</output>
        <Button autoFocus onClick={() => void copy()}>
          {t('users.first.copy')}
        </Button>
      </div>
      <p aria-live="polite">
        {copied !== undefined && t(copied ? 'users.first.copied' : 'users.first.notCopied')}
      </p>
      <p className="quiet">{t('users.first.lead')}</p>
      {children}
    </Modal>
  )
}
