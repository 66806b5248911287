import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/**
 * Refuses what another site's page sends. SameSite=Lax keeps cookies away from other sites; this holds where a browser does
 * not know it, and against pages of a neighbouring sub-domain.
 * @param publicHost host of the public address, which a proxy may not pass on as Host
 */
export function refuseOtherOrigin(request: FastifyRequest, publicHost: string | undefined): void {
  const { origin, host } = request.headers
  if (origin === undefined) return
  const from = URL.parse(origin)?.host
  if (from === undefined || (from !== host && from !== publicHost)) throw new Refusal('forbidden')
}
