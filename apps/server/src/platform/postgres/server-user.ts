import { existsSync, readFileSync, statSync } from 'node:fs'

/** The user a PostgreSQL process runs as when it must not run as ours. */
export type ServerUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Then it runs as the user who owns the data already there, else as
 * `postgres` where the machine has one, else as `nobody`: initdb insists on a name in the password file.
 *
 * @returns undefined when we are not root and PostgreSQL can run as ourselves
 */
export function serverUser(dataDir: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir)
    if (uid !== 0) return { uid, gid }
  }
  const passwd = readFileSync('/etc/passwd', 'utf8')
  const found = findUser(passwd, 'postgres') ?? findUser(passwd, 'nobody')
  if (!found) throw new Error('PostgreSQL does not run as root and this machine has no user "nobody": add one, or start as an ordinary user.')
  return found
}

function findUser(passwd: string, name: string): ServerUser | undefined {
  const fields = passwd.split('\n').find((line) => line.startsWith(`${name}:`))?.split(':')
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
  // macOS writes nobody as -2, which spawn() refuses.
  return Number.isInteger(uid) && uid > 0 && Number.isInteger(gid) ? { uid, gid } : undefined
}
