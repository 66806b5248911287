import { z } from 'zod'

/*
 * Phones of field users. Beside the API like the log-in, for registering sets a cookie and a phone may make contact after
 * its session has ended: plain JSON over POST, same error table.
 */
export const FIELD_PATHS = { register: '/auth/device', contact: '/auth/device/contact' } as const

/** A phone that a person works on from now on. Asked right after the log-in; `deviceId` is drawn on the phone, once. */
export const RegisterDevice = z.object({ deviceId: z.uuid(), label: z.string().trim().min(1).max(80) })
export type RegisterDevice = z.infer<typeof RegisterDevice>

/**
 * `recoveryKey`: 32 bytes in base64, the same for this person on this phone as long as she is known: it opens her unsent work after
 * a forgotten PIN (docs/decisions/0017-field-keys.md). `daysWithoutContact`: the phone then forgets its pack.
 */
export const RegisteredDevice = z.object({
  userId: z.uuid(), name: z.string(), userName: z.string(), recoveryKey: z.string(), daysWithoutContact: z.number().int(),
})
export type RegisteredDevice = z.infer<typeof RegisteredDevice>

/** A phone asks whether it may keep what it holds. `wiped`: it has forgotten the pack as it was told. */
export const DeviceContact = z.object({ deviceId: z.uuid(), userId: z.uuid(), wiped: z.boolean().default(false) })

/** `wipe`: forget the pack and ask for a log-in. `unknown`: never registered, or the account is gone. */
export const DeviceContactAnswer = z.object({ state: z.enum(['known', 'wipe', 'unknown']), daysWithoutContact: z.number().int() })
export type DeviceContactAnswer = z.infer<typeof DeviceContactAnswer>
