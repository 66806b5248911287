/** Digits and letters of a card's token: nobody mistakes them for each other (Crockford's base 32), five bits each. */
export const CARD_TOKEN_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
export const CARD_TOKEN = /^[0-9a-hjkmnp-tv-z]{16}$/
/** The address a card's QR code opens, in the app of the field as on the desk (decision 0018). */
export const CARD_PATH = '/field/c/'

/** The token in the text of a scanned code; undefined for any other code. The host may have changed since the card was printed. */
export function cardTokenIn(text: string): string | undefined {
  const [, token] = text.trim().split(CARD_PATH)
  return token !== undefined && CARD_TOKEN.test(token) ? token : undefined
}
