import { CARD_PATH } from '@anye/contract/cards/paper/card-address'
import { encodeQR } from 'qr'
import { expect, it } from 'vitest'
import { cardInPicture } from './read-code.ts'

const TOKEN = '0123456789abcdef'
const MODULE_PIXELS = 6

/** A code as a camera would see it, straight and in good light. */
function pictureOf(text: string) {
  const modules = encodeQR(text, 'raw', { border: 4 })
  const width = modules.length * MODULE_PIXELS
  const data = new Uint8ClampedArray(width * width * 4)
  for (let at = 0; at < width * width; at++) {
    const [row, column] = [Math.floor(at / width / MODULE_PIXELS), Math.floor((at % width) / MODULE_PIXELS)]
    data.fill(modules[row]?.[column] ? 0 : 255, at * 4, at * 4 + 3)
    data[at * 4 + 3] = 255
  }
  return { width, height: width, data } as ImageData
}

it('reads the token of a service card out of a picture', async () => {
  expect(await cardInPicture(pictureOf(`https://anye.example${CARD_PATH}${TOKEN}`), 'frame')).toEqual({ token: TOKEN })
})

it('tells a code of something else from no code at all', async () => {
  expect(await cardInPicture(pictureOf('https://pay.example/'), 'photo')).toBe('another')
  expect(await cardInPicture({ width: 100, height: 100, data: new Uint8ClampedArray(40_000).fill(255) } as ImageData, 'photo')).toBeUndefined()
})
