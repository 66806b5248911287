import type { FastifyInstance } from 'fastify'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { startAuditSealer } from './platform/audit/audit-sealer.ts'
import { createAuth } from './platform/auth/create-auth.ts'
import { shiftedClock, type Clock } from './platform/clock.ts'
import { findClockShift } from './platform/clock-shift.store.ts'
import type { Config } from './platform/config.ts'
import { createFieldCipher } from './platform/crypto/field-cipher.ts'
import { keepFresh, loadKeyRing } from './platform/crypto/key-ring.ts'
import { inScope, openDatabase } from './platform/db.ts'
import { openFileStore } from './platform/files.ts'
import { createLive } from './platform/live.ts'
import type { Log } from './platform/log.ts'
import { EVERYWHERE } from './platform/scope.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Services } from './platform/services.ts'
import { findActor, prepareOrganization } from './modules/organization/organization.api.ts'

const KEYS_FRESH_MS = 30_000

/** The public address, or the one this machine listens on while nobody configured one. */
function addressOf({ publicUrl, host, port }: Partial<Pick<Config, 'publicUrl' | 'host' | 'port'>>): string | undefined {
  if (publicUrl !== undefined) return publicUrl.origin
  return host === undefined || port === undefined ? undefined : `http://${host}:${port}`
}

export type OpenedServices = { services: Services; mountAuth: (app: FastifyInstance) => void; close: () => Promise<void> }

/**
 * Opens everything a process of the product needs and prepares the division tree; `close` puts it away in order. An
 * installation with synthetic people may live on another day than the world, as its demo was told.
 */
export async function openServices(options: {
  config: Pick<Config, 'home' | 'synthetic' | 'cryptoSuite'> & Partial<Pick<Config, 'publicUrl' | 'host' | 'port' | 'handOverSecret'>>; secrets: Secrets; appUrl: string; clock: Clock; log: Log
  connections?: number
}): Promise<OpenedServices> {
  const { config, secrets, log } = options
  const database = openDatabase(options.appUrl, options.connections)
  const clock = shiftedClock(options.clock, config.synthetic ? await findClockShift(database.db) : 0)
  const ring = await loadKeyRing(database.db, { kek: secrets.keyEncryptionKey, suite: config.cryptoSuite })
  const stopFresh = keepFresh(ring, KEYS_FRESH_MS, (error) => log.error({ err: error }, 'reading the field keys failed'))
  const sealer = startAuditSealer({
    db: database.db, key: ring.auditKey(), home: config.home, now: clock.now,
    onError: (error) => log.error({ err: error }, 'chaining the audit failed; it is tried again'),
  })
  const cipher = createFieldCipher(ring)
  const auth = createAuth({
    database, cipher, secret: secrets.authSecret, clock, log, publicHost: config.publicUrl?.host,
    secureCookies: config.publicUrl?.protocol === 'https:',
    handOverSecret: config.handOverSecret,
    findActor: (userId) => findActor(database.db, userId, clock.today()),
  })
  await inScope(database.db, EVERYWHERE, (tx) => prepareOrganization(tx, clock.today(), () => newId(clock.now(), systemRandomBytes)))
  const services: Services = {
    database, clock, log, cipher, files: openFileStore(config.home), live: createLive(),
    synthetic: config.synthetic, publicHost: config.publicUrl?.host, publicAddress: addressOf(config), authenticate: auth.sessionOf,
  }
  return {
    services, mountAuth: auth.mount,
    close: async () => {
      stopFresh()
      await sealer.stop()
      await database.close()
    },
  }
}
