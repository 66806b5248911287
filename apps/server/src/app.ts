import { join } from 'node:path'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { onError, ORPCError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { contract } from '@anye/contract/contract'
import { ERRORS } from '@anye/contract/errors'
import { mountFiles } from './platform/http/file-routes.ts'
import { mountLive } from './platform/http/live-route.ts'
import { asInvalidRequest, mountEndpoints, mountErrors } from './platform/http/mount-endpoints.ts'
import { requestContext } from './platform/http/request-context.ts'
import type { Services } from './platform/services.ts'
import { cardsRoutes } from './modules/cards/cards.routes.ts'
import { commandRoutes } from './modules/command/command.routes.ts'
import { indicatorsRoutes } from './modules/indicators/indicators.routes.ts'
import { organizationRoutes } from './modules/organization/organization.routes.ts'
import { accessRoutes } from './modules/organization/users/access.routes.ts'
import { registryRoutes } from './modules/registry/registry.routes.ts'
import { registersRoutes } from './modules/reporting/registers/registers.routes.ts'
import { reportingRoutes } from './modules/reporting/reporting.routes.ts'

/** The router of all modules: the only place that names them all. */
export const router = {
  access: accessRoutes,
  organization: organizationRoutes,
  registry: {
    ...registryRoutes,
    persons: { ...registryRoutes.persons, ...registersRoutes.persons },
    households: { ...registryRoutes.households, ...registersRoutes.households },
    exports: registersRoutes.exports,
  },
  cards: cardsRoutes,
  indicators: { ...indicatorsRoutes, zero: commandRoutes.zero },
  command: { cases: commandRoutes.cases, tasks: commandRoutes.tasks },
  reporting: reportingRoutes,
}

export type AppOptions = {
  /** Folder of the built console; absent in API tests. */
  consoleFolder?: string
  /** Mounts the log-in endpoints below /auth. */
  mountAuth: (app: FastifyInstance) => void
  /** Modules' own byte routes: upload of rosters, downloads of reports. */
  mountRaw?: (app: FastifyInstance, services: Services) => void
  /** Proxies whose word on the client's address counts; the limits and the audit are per address. */
  trustedProxies?: readonly string[]
  /** Browsers reach us over TLS: they are told to stay there. */
  onTls?: boolean
}

// JSON bodies are forms; files go by the upload endpoint with its own limit.
const BODY_LIMIT_BYTES = 2 * 1024 * 1024
const HSTS_SECONDS = 180 * 86_400

/** Builds the HTTP server: console, API, OpenAPI page, live events, health. */
export async function createApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.log
  const trusted = options.trustedProxies ?? []
  const app = fastify({
    loggerInstance, logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted.length > 0 && [...trusted], bodyLimit: BODY_LIMIT_BYTES,
  })
  await app.register(fastifyHelmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY }, hsts: options.onTls === true && { maxAge: HSTS_SECONDS } })
  await app.register(fastifyRateLimit, {
    max: 1200, timeWindow: '1 minute',
    // A first visit takes some seventy files; an office of twenty behind one address must all get in at half past eight.
    allowList: ({ url }) => url.startsWith('/assets/'),
  })
  mountErrors(app, services)
  mountHealth(app, services)
  options.mountAuth(app)
  mountFiles(app, services)
  mountLive(app, services)
  options.mountRaw?.(app, services)
  await mountApi(app, services)
  if (options.consoleFolder !== undefined) await mountConsole(app, options.consoleFolder)
  return app
}

// Everything comes from this server: no other host, no inline script. Ant Design writes its styles at run time.
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], frameAncestors: ["'self'"], upgradeInsecureRequests: null,
}

function mountHealth(app: FastifyInstance, services: Services): void {
  app.get('/healthz', { config: { rateLimit: false } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await sql`select 1 from platform.setting limit 1`.execute(services.database.db)
      return { status: 'ready' }
    } catch {
      return reply.status(503).send({ status: 'database unreachable' })
    }
  })
}

async function mountApi(app: FastifyInstance, services: Services): Promise<void> {
  const handler = new OpenAPIHandler(router, {
    interceptors: [onError((error) => logUnmapped(services, error)), onError((error) => { throw asInvalidRequest(error) })],
  })
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Anye 安业', version: '1' }, servers: [{ url: '/api' }],
  })
  app.get('/api/openapi.json', async () => document)
  mountEndpoints(app, services, contract, async (request, reply) => {
    await handler.handle(request, reply, { prefix: '/api', context: requestContext(services, request) })
  })
  app.all('/api/*', (_request, reply) => reply.status(404).send({ code: 'not_found', message: '没有这个接口。' }))
}

// An answer that breaks its own contract fails after the use case, where no binder sees it: without this it would be a silent 500.
function logUnmapped({ log }: Services, error: unknown): void {
  const isKnown = error instanceof ORPCError && (error.status < 500 || Object.hasOwn(ERRORS, error.code))
  if (!isKnown) log.error({ err: error, cause: error instanceof Error ? error.cause : undefined }, 'an answer could not be sent')
}

async function mountConsole(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    // The build lays a .gz beside every text that is worth it.
    preCompressed: true,
    // Hashed names below assets/ never change; the page itself is always asked for.
    setHeaders: (response, path) => {
      const forever = path.includes(join(folder, 'assets'))
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/auth/')
    return isPage ? reply.sendFile('index.html') : reply.status(404).send({ code: 'not_found', message: '没有找到。' })
  })
}
