import type { Box } from './boxes.ts'

/** Who works on this phone, and her keys, each wrapped twice: by her PIN with the phone's secret, and by the server's key. */
export type KeyRecord = {
  userId: string
  userName: string
  name: string
  /** Names the outbox key: entries sealed by an older one stay, and say so. */
  outboxKeyId: string
  salt: Uint8Array
  /** Rounds of PBKDF2 at the time the PIN was set. */
  rounds: number
  packByPin: Box | null
  packByServer: Box | null
  outboxByPin: Box | null
  outboxByServer: Box
  /** Wrong PINs in a row, counted before they are tried. */
  wrong: number
}

export type DeviceRecord = { deviceId: string; secret: CryptoKey; currentUser: string | null; contactAt: string | null; daysWithoutContact: number }

/** Where the vault keeps what it wraps; beside the pack, in the same database. */
export interface KeyStore {
  readDevice(): Promise<DeviceRecord | undefined>
  writeDevice(device: DeviceRecord): Promise<void>
  readKeys(userId: string): Promise<KeyRecord | undefined>
  writeKeys(keys: KeyRecord): Promise<void>
}
