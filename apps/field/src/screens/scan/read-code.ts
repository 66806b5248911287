import { cardTokenIn } from '@anye/contract/cards/paper/card-address'

type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>

/** A frame of a camera is one of many; a photo is the only one, so more is tried on it. */
const TRIES = { frame: {}, photo: { effort: 4, timeLimit: 3000 } } as const

/** Widest side, in pixels, on which a code at arm's length is still sharp; more only takes time. */
export const MOST_PIXELS = { frame: 720, photo: 1600 } as const

/** The decoder comes with the first scan; it is kept for the time without a network like the rest of the app. */
const decoder = () => import('qr/decode.js')

/** What a QR code in a picture says; undefined without one. */
export async function textInPicture(pixels: Pixels, from: keyof typeof TRIES): Promise<string | undefined> {
  const { decodeQR } = await decoder()
  try {
    return decodeQR(pixels, TRIES[from])
  } catch {
    // It says "no code here" by throwing.
    return undefined
  }
}

/** Token of a service card's code in a picture. `another` is a code of something else. */
export async function cardInPicture(pixels: Pixels, from: keyof typeof TRIES): Promise<{ token: string } | 'another' | undefined> {
  const text = await textInPicture(pixels, from)
  if (text === undefined) return undefined
  const token = cardTokenIn(text)
  return token === undefined ? 'another' : { token }
}

type Picture = { source: CanvasImageSource; width: number; height: number }

/** The pixels of a picture, made smaller where it is larger than a code needs. Undefined for one that has none yet. */
export function pixelsOf({ source, width, height }: Picture, canvas: HTMLCanvasElement, most: number): ImageData | undefined {
  const scale = Math.min(1, most / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (context === null || canvas.width === 0 || canvas.height === 0) return undefined
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
