/** Digits and letters that nobody mistakes for each other (Crockford's base 32), five bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16
/** The address a code opens, in the app of the field as on the desk. */
const PATH = '/field/c/'

/**
 * The token of a card: 80 random bits in 16 letters. It is a name and no key (who may not see the household finds
 * nothing), long enough that no other card's can be guessed.
 * @param random at least 16 bytes, of which five bits each are taken
 */
export function tokenFrom(random: Uint8Array): string {
  return Array.from(random.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** What a QR code holds: the address of the card in this installation, nothing else. */
export function addressOfCard(publicAddress: string, token: string): string {
  return `${publicAddress}${PATH}${token}`
}
