import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const DemoLogin = z.object({ role: z.string(), unit: z.string(), username: z.string(), password: z.string() })
const DemoLogins = z.array(DemoLogin)

/** Prints one log-in per role of the demo, from the file the demo leaves in ANYE_HOME. */
export function printLogins(home: string): void {
  const file = join(home, 'demo-logins.json')
  if (!existsSync(file)) return
  const logins = DemoLogins.parse(JSON.parse(readFileSync(file, 'utf8')))
  const seen = new Set<string>()
  console.log('Demo log-ins (synthetic data, change nothing real):')
  for (const { role, unit, username, password } of logins) {
    if (seen.has(role)) continue
    seen.add(role)
    console.log(`  ${username.padEnd(24)} ${password.padEnd(20)} ${role} ${unit}`)
  }
  console.log('')
}
