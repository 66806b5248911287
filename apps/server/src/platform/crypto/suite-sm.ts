import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'
import { SealBroken, type Suite } from './suite.ts'

const CIPHER_KEY_BYTES = 16
const MAC_KEY_BYTES = 32

/**
 * SM4 in counter mode (GB/T 32907-2016, GB/T 17964-2021) under HMAC-SM3 (GB/T 32905-2016, GB/T 15852.2-2012),
 * encrypt-then-MAC with two independent keys. Node's OpenSSL is built without SM4-GCM and SM4-CCM, hence the
 * composition.
 */
export const suiteSm: Suite = {
  name: 'sm',
  code: 2,
  hash: 'sm3',
  keyBytes: CIPHER_KEY_BYTES + MAC_KEY_BYTES,
  ivBytes: 16,
  tagBytes: 32,
  prepare: (material) => {
    const cipherKey = createSecretKey(material.subarray(0, CIPHER_KEY_BYTES))
    const macKey = createSecretKey(material.subarray(CIPHER_KEY_BYTES))
    return {
      encrypt: ({ iv, aad, plain, out, at }) => {
        const cipher = createCipheriv('sm4-ctr', cipherKey, iv)
        const end = at + cipher.update(plain, 'utf8').copy(out, at)
        cipher.final()
        tagOf(macKey, iv, aad, out.subarray(at, end)).copy(out, end)
      },
      decrypt: ({ iv, aad, body, tag }) => {
        if (!timingSafeEqual(tagOf(macKey, iv, aad, body), tag))
          throw new SealBroken('The sealed value fails authentication')
        const decipher = createDecipheriv('sm4-ctr', cipherKey, iv)
        const plain = decipher.update(body)
        decipher.final()
        return plain.toString('utf8')
      },
    }
  },
}

// The length of the additional data goes first, so that no byte can move between it and the ciphertext.
function tagOf(key: KeyObject, iv: Buffer, aad: Buffer, body: Buffer): Buffer {
  const length = Buffer.allocUnsafe(4)
  length.writeUInt32BE(aad.length)
  return createHmac('sm3', key).update(length).update(aad).update(iv).update(body).digest()
}
