import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { onError, ORPCError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { contract } from '@anye/contract/contract'
import { ERRORS } from '@anye/contract/errors'
import { compressAnswers } from './platform/http/compress.ts'
import { mountConsole, mountFieldApp } from './platform/http/faces.ts'
import { mountFiles } from './platform/http/file-routes.ts'
import { mountLive } from './platform/http/live-route.ts'
import { asInvalidRequest, mountEndpoints, mountErrors } from './platform/http/mount-endpoints.ts'
import { offlineCommandsOf, type OfflineCommands } from './platform/http/offline-commands.ts'
import { requestContext } from './platform/http/request-context.ts'
import { headersFor } from './platform/http/security-headers.ts'
import type { Services } from './platform/services.ts'
import { cardsRoutes } from './modules/cards/cards.routes.ts'
import { commandRoutes } from './modules/command/command.routes.ts'
import { syncRoutes } from './modules/cards/sync/sync.routes.ts'
import { indicatorsRoutes, weakGroupRoutes } from './modules/indicators/indicators.routes.ts'
import { organizationRoutes } from './modules/organization/organization.routes.ts'
import { accessRoutes } from './modules/organization/users/access.routes.ts'
import { gridRoutes, registryRoutes } from './modules/registry/registry.routes.ts'
import { registersRoutes } from './modules/reporting/registers/registers.routes.ts'
import { reportingRoutes, weakGroupPages } from './modules/reporting/reporting.routes.ts'

/** The router of all modules: the only place that names them all. */
export const router = {
  access: accessRoutes,
  organization: {
    ...organizationRoutes,
    ...gridRoutes,
    weakGroups: { ...organizationRoutes.weakGroups, ...weakGroupRoutes, ...weakGroupPages },
  },
  registry: {
    ...registryRoutes,
    persons: { ...registryRoutes.persons, ...registersRoutes.persons },
    households: { ...registryRoutes.households, ...registersRoutes.households },
    exports: registersRoutes.exports,
  },
  cards: { ...cardsRoutes, ...syncRoutes(offlineCommands) },
  indicators: { ...indicatorsRoutes, zero: commandRoutes.zero },
  command: { cases: commandRoutes.cases, tasks: commandRoutes.tasks },
  reporting: reportingRoutes,
}

let known: OfflineCommands | undefined

/** What phones may queue, read off the router: nothing is listed by hand. */
function offlineCommands(): OfflineCommands {
  return (known ??= offlineCommandsOf(router))
}

export type AppOptions = {
  /** Folder of the built console; absent in API tests. */
  consoleFolder?: string
  /** Folder of the built field app, served below /field/. */
  fieldFolder?: string
  /** Origins that may show our pages in a frame of theirs: a mini-program's web view, the provincial platform. */
  frameAncestors?: readonly string[]
  /** Mounts the log-in endpoints below /auth. */
  mountAuth: (app: FastifyInstance) => void
  /** Modules' own byte routes: upload of rosters, downloads of reports. */
  mountRaw?: (app: FastifyInstance, services: Services) => void
  /** Proxies whose word on the client's address counts; the limits and the audit are per address. */
  trustedProxies?: readonly string[]
  /** Browsers reach us over TLS: they are told to stay there. */
  onTls?: boolean
}

/** What phones ask. */
const SYNC = '/api/sync/'
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
  await app.register(fastifyHelmet, { ...headersFor(options.frameAncestors ?? []), hsts: options.onTls === true && { maxAge: HSTS_SECONDS } })
  await app.register(fastifyRateLimit, {
    max: 1200, timeWindow: '1 minute',
    // A first visit takes some seventy files; an office of twenty behind one address must all get in at half past eight.
    // Phones of one carrier share an address too; who is signed out learns nothing below /api/sync but that.
    allowList: ({ url }) => /^\/(field\/)?assets\//.test(url) || url.startsWith(SYNC),
  })
  compressAnswers(app, SYNC)
  mountErrors(app, services)
  mountHealth(app, services)
  options.mountAuth(app)
  mountFiles(app, services)
  mountLive(app, services)
  options.mountRaw?.(app, services)
  await mountApi(app, services)
  if (options.fieldFolder !== undefined) await mountFieldApp(app, options.fieldFolder)
  if (options.consoleFolder !== undefined) await mountConsole(app, options.consoleFolder)
  return app
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
