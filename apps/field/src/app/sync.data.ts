import type { PackStorage } from '@anye/pack/storage/pack-storage'
import type { Phone } from './phone.ts'

/**
 * One round with the server: may this phone keep what it holds, then what waits, then what is new.
 * @throws Refused, TypeError when the server is not reached
 */
export async function syncOnce(phone: Phone, _storage: PackStorage): Promise<void> {
  await phone.contact()
}
