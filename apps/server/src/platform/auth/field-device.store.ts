import { sql } from 'kysely'
import { firstRow, type Database, type Tx } from '../db.ts'

export type FieldDeviceRow = { id: string; recovery_key_sealed: Buffer; wipe_asked_at: Date | null; wiped_at: Date | null }

export async function findFieldDevice(db: Database | Tx, deviceId: string, userId: string): Promise<FieldDeviceRow | undefined> {
  return firstRow(db, sql<FieldDeviceRow>`
    select id, recovery_key_sealed, wipe_asked_at, wiped_at from auth.field_device
    where device_id = ${deviceId} and user_id = ${userId}`)
}

export type NewFieldDevice = { id: string; deviceId: string; userId: string; label: string; recoveryKeySealed: Buffer; at: Date }

/** Adds a phone of a person. One that is known keeps its key; an order to wipe ends with the new log-in. */
export async function saveFieldDevice(tx: Tx, device: NewFieldDevice): Promise<FieldDeviceRow> {
  const saved = await firstRow(tx, sql<FieldDeviceRow>`
    insert into auth.field_device (id, device_id, user_id, label, recovery_key_sealed, registered_at, contact_at)
    values (${device.id}, ${device.deviceId}, ${device.userId}, ${device.label}, ${device.recoveryKeySealed}, ${device.at}, ${device.at})
    on conflict (device_id, user_id) do update
      set label = excluded.label, contact_at = excluded.contact_at, wipe_asked_at = null, wiped_at = null
    returning id, recovery_key_sealed, wipe_asked_at, wiped_at`)
  if (saved === undefined) throw new Error('a phone was saved and not returned')
  return saved
}

/** Binds a session to the phone it was opened on and lets it live until `expiresAt`. */
export async function bindSession(tx: Tx, sessionId: string, deviceRowId: string, expiresAt: Date): Promise<void> {
  await sql`update auth.session set field_device_id = ${deviceRowId}, expires_at = ${expiresAt} where id = ${sessionId}`.execute(tx)
}

/** Notes a contact, and that the phone has forgotten what it held. */
export async function noteContact(tx: Tx, deviceRowId: string, at: Date, wiped: boolean): Promise<void> {
  await sql`update auth.field_device set contact_at = ${at}, wiped_at = case when ${wiped} then ${at} else wiped_at end
    where id = ${deviceRowId}`.execute(tx)
}
