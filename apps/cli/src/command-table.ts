import { forward, forwardWithDatabase } from './commands/forward.ts'
import { start } from './commands/start.ts'

/** One command: how it is called, what it does, and its run, which returns the exit code. */
export type Command = { summary: string; usage: readonly string[]; run: (args: readonly string[]) => Promise<number> }

/** All commands. Options are parsed by the process that does the work; here they are told. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    summary: 'everything for a first look: database, migration, demo on the first run, server',
    usage: ['start'],
    run: start,
  },
  serve: {
    summary: 'console and API on HOST:PORT (default 127.0.0.1:8080)',
    usage: ['serve'],
    run: (args) => forwardWithDatabase('serve.ts', args),
  },
  migrate: {
    summary: 'bring the database to the newest schema',
    usage: ['migrate'],
    run: (args) => forwardWithDatabase('migrate.ts', args),
  },
  demo: {
    summary: 'write the rosters of a synthetic prefecture and load them by the real import',
    usage: [
      'demo [--scale 0.02] [--seed 1] [--as-of YYYY-MM-DD] [--era 2020|today]',
      'demo … --out DIR --write-only   (the sheets alone, no database)',
      'demo --profile                  (given figures beside generated ones)',
    ],
    run: (args) => (needsDatabase(args) ? forwardWithDatabase : forward)('demo.ts', args),
  },
  import: {
    summary: 'import a roster workbook; --dry-run needs no database and writes nothing',
    usage: ['import roster FILE [--mapping FILE] [--dry-run] [--json]'],
    run: importFile,
  },
  report: {
    summary: 'close a day and write its war report',
    usage: ['report [--day YYYY-MM-DD] [--unit CODE] [--out DIR] [--close]'],
    run: (args) => forwardWithDatabase('report.ts', args),
  },
  user: {
    summary: 'add and list users, reset a password, lock and unlock',
    usage: [
      'user list',
      'user add USERNAME --role ROLE [--scope CODE] [--name NAME] [--duty DUTY]',
      'user password USERNAME',
      'user lock USERNAME',
      'user unlock USERNAME',
    ],
    run: (args) => forwardWithDatabase('user.ts', args),
  },
  audit: {
    summary: 'find a changed, removed or inserted row of the audit',
    usage: ['audit verify [--expect SEQ:HASH] [--json]'],
    run: (args) => forwardWithDatabase('audit.ts', args),
  },
  'rotate-keys': {
    summary: 'seal every personal field under a new key; may be ended and continued',
    usage: ['rotate-keys [--suite aes|sm] [--task ID]'],
    run: (args) => forwardWithDatabase('rotate-keys.ts', args),
  },
  indicators: {
    summary: 'compute the indicators again from the facts',
    usage: ['indicators rebuild [--check]   (exit 1 when a village stood otherwise)'],
    run: (args) => forwardWithDatabase('indicators.ts', args),
  },
  doctor: {
    summary: 'check this machine and say what is missing',
    usage: ['doctor [--brief]'],
    run: (args) => forward('doctor.ts', args),
  },
  backup: {
    summary: 'copy every table as of one moment, and the uploads, into a new folder',
    usage: ['backup DIR [--with-secrets]'],
    run: (args) => forwardWithDatabase('backup.ts', args),
  },
  restore: {
    summary: 'fill an empty database from a back-up and verify it',
    usage: ['restore DIR [--with-secrets]'],
    run: (args) => forwardWithDatabase('restore.ts', args),
  },
}

function needsDatabase(demoArgs: readonly string[]): boolean {
  return !demoArgs.includes('--write-only') && !demoArgs.includes('--profile')
}

function importFile(args: readonly string[]): Promise<number> {
  if (!args.includes('--dry-run')) return forwardWithDatabase('import.ts', args)
  const [kind, ...rest] = args.filter((arg) => arg !== '--dry-run')
  if (kind !== 'roster') throw new Error('Say what to check: npm run anye -- import roster FILE --dry-run')
  return forward('check-roster.ts', rest)
}
