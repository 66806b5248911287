import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useT } from '../../app/i18n/locale.tsx'

export function PrintButton() {
  const t = useT()
  return <Button onClick={() => print()}>{t('view.print')}</Button>
}

/** Shows one element alone on the screen, for the command room's wall. Escape leaves, as everywhere. */
export function FullScreenButton({ target }: { target: RefObject<HTMLElement | null> }) {
  const t = useT()
  const [on, setOn] = useState(false)
  useEffect(() => {
    const update = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', update)
    return () => document.removeEventListener('fullscreenchange', update)
  }, [])
  const toggle = () => void (on ? document.exitFullscreen() : target.current?.requestFullscreen())
  return <Button onClick={toggle}>{t(on ? 'view.fullScreen.leave' : 'view.fullScreen')}</Button>
}
