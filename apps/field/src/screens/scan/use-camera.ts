import { useEffect, useRef, useState } from 'react'
import { cardInPicture, MOST_PIXELS, pixelsOf } from './read-code.ts'

/** Pause between two looks: a phone of 2019 stays cool and still answers the hand. */
const LOOK_EVERY_MS = 180

type Camera = 'starting' | 'looking' | 'none'

// Older web views have no such thing, and pages without TLS are not given one.
const devices = (): Partial<MediaDevices> | undefined => (navigator as { mediaDevices?: Partial<MediaDevices> }).mediaDevices

/** The back camera in a video element, looked through for a service card until one is found or the page is left. */
export function useCamera(onToken: (token: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [camera, setCamera] = useState<Camera>('starting')
  const found = useRef(onToken)
  found.current = onToken
  useEffect(() => {
    let left = false
    let stream: MediaStream | undefined
    const canvas = document.createElement('canvas')
    const look = async (): Promise<void> => {
      const element = video.current
      const pixels = element && pixelsOf({ source: element, width: element.videoWidth, height: element.videoHeight }, canvas, MOST_PIXELS.frame)
      const card = pixels ? await cardInPicture(pixels, 'frame') : undefined
      if (left) return
      if (card !== undefined && card !== 'another') found.current(card.token)
      else setTimeout(() => { void look() }, LOOK_EVERY_MS)
    }
    const start = async () => {
      stream = await devices()?.getUserMedia?.({ video: { facingMode: 'environment' }, audio: false })
      if (stream === undefined || video.current === null) return setCamera('none')
      if (left) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      setCamera('looking')
      await look()
    }
    // Refused by her, by the frame around us, or there is none: a photo does it as well.
    start().catch(() => { if (!left) setCamera('none') })
    return () => {
      left = true
      if (stream !== undefined) stop(stream)
    }
  }, [])
  return { video, camera }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
