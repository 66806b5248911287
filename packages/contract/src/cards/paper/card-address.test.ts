import { expect, it } from 'vitest'
import { cardTokenIn } from './card-address.ts'

const TOKEN = '0123456789abcdef'

it('finds the token of a card’s code wherever the installation stood when it was printed', () => {
  expect(cardTokenIn(`https://anye.example/field/c/${TOKEN}`)).toBe(TOKEN)
  expect(cardTokenIn(` http://10.0.0.5:8080/field/c/${TOKEN}\n`)).toBe(TOKEN)
})

it('takes no other code for a card', () => {
  for (const text of ['', 'https://anye.example/field/', `https://anye.example/field/c/${TOKEN}0`, 'https://anye.example/field/c/ILOU456789abcdef', TOKEN]) {
    expect(cardTokenIn(text), text).toBeUndefined()
  }
})
