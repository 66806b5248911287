import { useT } from '../../app/i18n/locale.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAttempt } from '../sign-in/use-attempt.ts'
import { cardInPicture, MOST_PIXELS, pixelsOf } from './read-code.ts'
import { useCamera } from './use-camera.ts'
import './scan.css'

/** Looks for the code of a service card: through the camera, or in a photo where the app is given none. */
export function ScanSheet({ onToken, onClose }: { onToken: (token: string) => void; onClose: () => void }) {
  const t = useT()
  const { video, camera } = useCamera(onToken)
  const { busy, problem, attempt, say } = useAttempt()
  const readPhoto = (file: File) => attempt(async () => {
    const card = await cardInPhoto(file)
    if (card === undefined || card === 'another') say(t(card === undefined ? 'scan.noCode' : 'scan.another'))
    else onToken(card.token)
  })
  return (
    <Sheet title={t('scan.title')} closeWord={t('app.cancel')} onClose={onClose}>
      {/* Its first frame comes after it is there; without a camera there is nothing to show. */}
      <video ref={video} className="scan-video" muted playsInline hidden={camera === 'none'} aria-label={t('scan.camera')} />
      <p className={camera === 'none' ? 'notice' : 'quiet'} role="status">{t(`scan.${camera}`)}</p>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      <FileButton accept="image/*" busy={busy} onFile={readPhoto}>{t('scan.photo')}</FileButton>
    </Sheet>
  )
}

async function cardInPhoto(file: File): ReturnType<typeof cardInPicture> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  try {
    const pixels = pixelsOf({ source: bitmap, width: bitmap.width, height: bitmap.height }, document.createElement('canvas'), MOST_PIXELS.photo)
    return pixels === undefined ? undefined : await cardInPicture(pixels, 'photo')
  } finally {
    bitmap.close()
  }
}
