import type { FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import type { RequestContext } from './context.ts'

export function requestContext(services: Services, request: FastifyRequest): RequestContext {
  return {
    services, headers: headersOf(request), requestId: request.id, address: request.ip, admitted: request.admitted,
    carry: (member) => { request.carried = member },
  }
}

/** The request's headers as the web standard has them; repeated headers keep every value. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each)
  }
  return headers
}
