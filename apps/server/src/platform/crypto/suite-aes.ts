import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { SealBroken, type Suite } from './suite.ts'

const TAG_BYTES = 16

/**
 * AES-256-GCM, NIST SP 800-38D: random 96-bit IV, 128-bit tag. Section 8.3 allows 2^32 random IVs under one
 * key, a thousand times the fields of a prefecture; rotation starts a new count.
 */
export const suiteAes: Suite = {
  name: 'aes',
  code: 1,
  hash: 'sha256',
  keyBytes: 32,
  ivBytes: 12,
  tagBytes: TAG_BYTES,
  prepare: (material) => {
    const key = createSecretKey(material)
    return {
      encrypt: ({ iv, aad, plain, out, at }) => {
        const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
        cipher.setAAD(aad)
        const written = cipher.update(plain, 'utf8').copy(out, at)
        cipher.final()
        cipher.getAuthTag().copy(out, at + written)
      },
      decrypt: ({ iv, aad, body, tag }) => {
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
        decipher.setAAD(aad)
        decipher.setAuthTag(tag)
        const plain = decipher.update(body)
        try {
          decipher.final()
        } catch (cause) {
          throw new SealBroken('The sealed value fails authentication', { cause })
        }
        return plain.toString('utf8')
      },
    }
  },
}
