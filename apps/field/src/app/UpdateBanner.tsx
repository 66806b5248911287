import { useSyncExternalStore } from 'react'
import { onUpdate, takeUpdate, updateWaits } from './updates.ts'
import { useT } from './i18n/locale.tsx'

/** A new version is taken when she says so, never under her hands. */
export function UpdateBanner() {
  const t = useT()
  const waits = useSyncExternalStore(onUpdate, updateWaits)
  return waits ? <button type="button" className="banner" onClick={takeUpdate}>{t('app.update')}</button> : null
}
