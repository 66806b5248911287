import type { FastifyHelmetOptions } from '@fastify/helmet'

// Everything comes from this server: no other host, no inline script. Ant Design writes its styles at run time.
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], upgradeInsecureRequests: null,
}

/**
 * Headers that tell a browser what our pages may do, and who may frame them.
 * @param frameAncestors origins beside our own; X-Frame-Options knows no list, so it goes when there is one
 */
export function headersFor(frameAncestors: readonly string[]): Pick<FastifyHelmetOptions, 'contentSecurityPolicy' | 'xFrameOptions'> {
  const directives = { ...CONTENT_SECURITY, frameAncestors: ["'self'", ...frameAncestors] }
  return frameAncestors.length === 0 ? { contentSecurityPolicy: { directives } } : { contentSecurityPolicy: { directives }, xFrameOptions: false }
}
