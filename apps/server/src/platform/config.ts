import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))

/**
 * Everything an operator may set, by environment. An empty value counts as not set.
 *
 * | Variable | Default | Meaning |
 * |---|---|---|
 * | ANYE_HOME | `.anye` in the repository | data, uploads, secrets, logs |
 * | HOST | 127.0.0.1 | address to listen on. The demo's passwords are public and the server speaks plain HTTP, so other machines get in only when this is set, behind a TLS proxy |
 * | PORT | 8080 | 0 takes any free one |
 * | ANYE_PUBLIC_URL | – | address that browsers use; with https cookies are marked Secure and browsers are told to stay on TLS; printed codes begin with it |
 * | ANYE_TRUSTED_PROXY | – | addresses of the TLS proxies (comma-separated, CIDR allowed) whose word on the client's address counts |
 * | ANYE_FRAME_ANCESTORS | – | origins (comma-separated, https) that may show our pages in a frame of theirs: a mini-program, the provincial platform |
 * | ANYE_HANDOVER_SECRET | – | at least 32 characters shared with the platform that hands people over to the field app (docs/integration.md) |
 * | DATABASE_URL | – | owner's log-in of an external PostgreSQL ≥ 15; without it the embedded one runs in ANYE_HOME |
 * | ANYE_SECRETS_FILE | `secrets.json` in ANYE_HOME | where the keys lie; keep them apart from the data in production |
 * | ANYE_SYNTHETIC | on | synthetic people are accepted and every page says so; production sets `off` |
 * | ANYE_CRYPTO_SUITE | aes | `aes` or `sm` (SM4/SM3) for fields encrypted from now on |
 * | LOG_LEVEL | info | fatal, error, warn, info, debug, trace or silent |
 */
const Environment = z.object({
  ANYE_HOME: z.string().default('.anye'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  ANYE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ANYE_TRUSTED_PROXY: z.string().regex(/^[\d.,:/ a-fA-F]+$/).optional(),
  ANYE_FRAME_ANCESTORS: z.string().regex(/^(https:\/\/[a-zA-Z0-9.*:-]+)(\s*,\s*https:\/\/[a-zA-Z0-9.*:-]+)*$/).optional(),
  ANYE_HANDOVER_SECRET: z.string().min(32).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ANYE_SECRETS_FILE: z.string().optional(),
  ANYE_SYNTHETIC: z.stringbool().default(true),
  ANYE_CRYPTO_SUITE: z.enum(['aes', 'sm']).default('aes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = {
  /** Absolute folder of data, uploads, secrets and logs. */
  home: string
  host: string
  port: number
  /** The address that browsers use; undefined means this machine's plain HTTP. */
  publicUrl: URL | undefined
  /** Addresses whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** Origins beside our own that may frame our pages. */
  frameAncestors: string[]
  /** Shared with the platform that hands people over; undefined, nobody does. */
  handOverSecret: string | undefined
  /** Owner's log-in of an external server; undefined means the embedded one. */
  databaseUrl: string | undefined
  secretsFile: string
  synthetic: boolean
  cryptoSuite: 'aes' | 'sm'
  logLevel: string
}

/**
 * Reads the configuration from environment variables.
 * @throws Error that names every wrong variable, without its value (a URL holds a password)
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The configuration is wrong. ${faults.join('; ')}`)
  }
  const { data } = parsed
  const home = resolve(REPOSITORY, data.ANYE_HOME)
  return {
    home,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.ANYE_PUBLIC_URL === undefined ? undefined : new URL(data.ANYE_PUBLIC_URL),
    trustedProxies: listOf(data.ANYE_TRUSTED_PROXY),
    handOverSecret: data.ANYE_HANDOVER_SECRET,
    frameAncestors: listOf(data.ANYE_FRAME_ANCESTORS),
    databaseUrl: data.DATABASE_URL,
    secretsFile: resolve(home, data.ANYE_SECRETS_FILE ?? 'secrets.json'),
    synthetic: data.ANYE_SYNTHETIC,
    cryptoSuite: data.ANYE_CRYPTO_SUITE,
    logLevel: data.LOG_LEVEL,
  }
}

const listOf = (text = ''): string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '')
