import { CARD_PATH, CARD_TOKEN_LETTERS } from '@anye/contract/cards/paper/card-address'

const LENGTH = 16

/**
 * The token of a card: 80 random bits in 16 letters. It is a name and no key (who may not see the household finds
 * nothing), long enough that no other card's can be guessed.
 * @param random at least 16 bytes, of which five bits each are taken
 */
export function tokenFrom(random: Uint8Array): string {
  return Array.from(random.subarray(0, LENGTH), (byte) => CARD_TOKEN_LETTERS[byte % CARD_TOKEN_LETTERS.length]).join('')
}

/** What a QR code holds: the address of the card in this installation, nothing else. */
export function addressOfCard(publicAddress: string, token: string): string {
  return `${publicAddress}${CARD_PATH}${token}`
}
