import { useState } from 'react'
import { deviceNow } from '../../app/clock.ts'
import { formatBytes, formatInteger, formatTime } from '../../app/format.ts'
import { useLocale } from '../../app/i18n/locale.tsx'
import { useOpen, usePhone, useStored } from '../../app/phone-context.tsx'
import { setSize, storedSize, type TypeSize } from '../../app/settings.ts'
import { useSync } from '../../app/sync.tsx'
import { Page } from '../../shell/Page.tsx'
import { Button } from '../../ui/Button.tsx'
import { Fieldset } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { ChangePinSheet } from './ChangePinSheet.tsx'
import { ExportSheet } from './ExportSheet.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { LogOutSheet } from './LogOutSheet.tsx'
import { readPhoneFacts } from './me.data.ts'

type Asked = 'pin' | 'export' | 'import' | 'log_out'

/** The person, the look, the phone, and the way out. */
export default function MePage() {
  const { t } = useLocale()
  const { phone } = usePhone()
  const { keys } = useOpen()
  const [asked, setAsked] = useState<Asked | undefined>()
  const close = () => setAsked(undefined)
  return (
    <Page title={t('me.title')}>
      <div className="card">
        <p><strong>{keys.name}</strong></p>
        <p className="quiet">{t('me.account', { name: keys.userName })}</p>
      </div>
      <Look />
      <ThisPhone />
      <div className="card buttons">
        <Button onClick={() => setAsked('pin')}>{t('me.pin')}</Button>
        <Button onClick={() => setAsked('export')}>{t('me.export')}</Button>
        <Button onClick={() => setAsked('import')}>{t('me.import')}</Button>
        <Button onClick={() => void phone.lock()}>{t('me.lock')}</Button>
        <Button kind="danger" onClick={() => setAsked('log_out')}>{t('me.logOut')}</Button>
      </div>
      {asked === 'pin' && <ChangePinSheet onClose={close} />}
      {asked === 'export' && <ExportSheet onClose={close} />}
      {asked === 'import' && <ImportSheet onClose={close} />}
      {asked === 'log_out' && <LogOutSheet onClose={close} />}
    </Page>
  )
}

function Look() {
  const { locale, setLocale, t } = useLocale()
  const [size, choose] = useState<TypeSize>(storedSize)
  const change = (next: TypeSize) => {
    setSize(next)
    choose(next)
  }
  return (
    <div className="card">
      <Fieldset legend={t('me.language')}>
        <Segmented label={t('me.language')} value={locale} onChange={setLocale} options={[{ value: 'zh-CN', word: t('me.language.zh') }, { value: 'en', word: t('me.language.en') }]} />
      </Fieldset>
      <Fieldset legend={t('me.size')}>
        <Segmented label={t('me.size')} value={size} onChange={change} options={[{ value: 'normal', word: t('me.size.normal') }, { value: 'large', word: t('me.size.large') }]} />
      </Fieldset>
    </div>
  )
}

function ThisPhone() {
  const { t } = useLocale()
  const { syncNow, busy, fault } = useSync()
  const { data } = useStored(readPhoneFacts)
  return (
    <div className="card">
      <h2>{t('me.phone')}</h2>
      {data && (
        <ul className="quiet">
          <li>{t('me.pack', { households: formatInteger(data.households), size: formatBytes(data.bytes) })}</li>
          <li>{t('me.synced', { at: data.syncedAt === null ? t('sync.never') : formatTime(data.syncedAt, deviceNow()) })}</li>
          {data.room !== null && <li>{t('me.room', { size: formatBytes(data.room) })}</li>}
          {data.persisted !== null && <li>{t(data.persisted ? 'me.persisted.yes' : 'me.persisted.no')}</li>}
        </ul>
      )}
      {fault !== undefined && <p className="refusal" role="alert">{fault}</p>}
      <Button busy={busy} onClick={syncNow}>{t('me.syncNow')}</Button>
    </div>
  )
}
