import { engineAssign } from './commands/engine-assign.ts'
import { forward, forwardWithDatabase } from './commands/forward.ts'
import { start } from './commands/start.ts'

/** One command: how it is called, what it does, what else to know, and its run, which returns the exit code. */
export type Command = {
  summary: string
  usage: readonly string[]
  help?: readonly string[]
  run: (args: readonly string[]) => Promise<number>
}

/** All commands. Options are parsed by the process that does the work; here they are told. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    summary: 'everything for a first look: database, migration, demo on the first run, server',
    usage: ['start'],
    help: [
      'What npm start runs. HOST, PORT, ANYE_HOME and DATABASE_URL change the defaults (docs/operations/run.md).',
      'Ctrl-C or SIGTERM stops everything; started again, it goes on where it was, also after kill -9.',
    ],
    run: start,
  },
  serve: {
    summary: 'console and API on HOST:PORT (default 127.0.0.1:8080)',
    usage: ['serve'],
    help: [
      'For production, under a supervisor of processes: no demo is loaded. Migrate first. SIGTERM ends it in order.',
      'GET /healthz says that it runs, GET /readyz that the database answers.',
    ],
    run: (args) => forwardWithDatabase('serve.ts', args),
  },
  migrate: {
    summary: 'bring the database to the newest schema',
    usage: ['migrate'],
    help: [
      'Safe to repeat. A database that a newer release has used is refused.',
    ],
    run: (args) => forwardWithDatabase('migrate.ts', args),
  },
  demo: {
    summary: 'write the rosters of a synthetic prefecture and load them by the real import',
    usage: [
      'demo [--scale 0.02] [--seed 1] [--as-of YYYY-MM-DD] [--era 2020|today]',
      'demo … --out DIR --write-only   (the sheets alone, no database)',
      'demo --profile                  (given figures beside generated ones)',
    ],
    help: [
      '--scale 1 is 3.5 million persons. The same seed gives the same people. Called again, a load that was cut off goes on.',
      '--era 2020 is the spring campaign of 2020; the installation then lives in that time.',
      '--places 522326001,5223-YL peoples only these reporting units, townships and villages.',
      'Refused where ANYE_SYNTHETIC=off.',
    ],
    run: (args) => (needsDatabase(args) ? forwardWithDatabase : forward)('demo.ts', args),
  },
  import: {
    summary: 'import a roster workbook; --dry-run needs no database and writes nothing',
    usage: ['import roster FILE [--as USER] [--mapping FILE] [--on YYYY-MM-DD] [--dry-run] [--json]'],
    help: [
      'FILE: .xlsx, .xls, .et or .csv as offices have it. Works beside a running server and without one.',
      "--as USER     in this user's name and area; without it as the command line of this server, over the whole prefecture",
      '--mapping M   JSON such as {"columns": {"证件号码": "idNo", "备注": null}} for columns that are not recognised',
      '--on DATE     the day the facts are of (default: today)',
      '--dry-run     only checks: no server, no database, nothing written; exit 0 when the file could be read',
      '--json        {rows, accepted, warned, queried, rejected, issues:[{sheet,row,column,rule,level,message}]}',
      'Exit 0 done, 1 not written, 2 with a sentence on standard error: the file cannot be read or the call is wrong.',
    ],
    run: importFile,
  },
  report: {
    summary: 'close a day and write its war report',
    usage: ['report [--day YYYY-MM-DD] [--unit CODE] [--out DIR] [--close]'],
    help: [
      'Word and PDF of a closed day (default: today) for the prefecture (5223) or a reporting unit (522301 … 522328, 5223-YL).',
      "--close closes today's books first. The documents carry the annex with names: they are for the officials on duty.",
    ],
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
    help: [
      '--role  system_admin, security_admin, audit_admin, prefecture_office, county_office … (docs/permissions.md)',
      '--scope 5223, a reporting unit (522301, 5223-YL), a township or a village, as the role asks; administrators have none',
      'The password is printed once and must be changed at the first log-in.',
    ],
    run: (args) => forwardWithDatabase('user.ts', args),
  },
  audit: {
    summary: 'find a changed, removed or inserted row of the audit',
    usage: ['audit verify [--expect SEQ:HASH] [--json]'],
    help: [
      'Compares the chain with the anchors in ANYE_HOME and with heads printed in signed war reports (--expect).',
      'Exit 0 when whole, 1 when damaged.',
    ],
    run: (args) => forwardWithDatabase('audit.ts', args),
  },
  'rotate-keys': {
    summary: 'seal every personal field under a new key; may be ended and continued',
    usage: ['rotate-keys [--suite aes|sm] [--task ID]'],
    help: [
      'The server may run on. --suite sm moves to SM4 and SM3. --task goes on with a run that was ended.',
    ],
    run: (args) => forwardWithDatabase('rotate-keys.ts', args),
  },
  indicators: {
    summary: 'compute the indicators again from the facts',
    usage: ['indicators rebuild [--check]   (exit 1 when a village stood otherwise)'],
    help: [
      'Prints the villages that stood otherwise. Closed days stay as they were closed.',
    ],
    run: (args) => forwardWithDatabase('indicators.ts', args),
  },
  engine: {
    summary: 'solve an assignment problem from a file; needs no database',
    usage: ['engine assign PROBLEM [--out FILE]'],
    help: [
      'PROBLEM: a file, or - for standard input. Records of one line each, ids from 1:',
      '  p assign <workers> <households> <vacancies> <edges>     first, once',
      '  h <household> <tier>       0: a member works already; 1: the first tier, 2: the next, …',
      '  w <worker> <household>     v <vacancy> <capacity>     e <worker> <vacancy> <fit>     c a comment',
      'or DIMACS .asn, or an OR-Library assignment file: then the lowest cost at which everybody has an object of his own.',
      'Prints one line of JSON: {"status","covered":[per tier],"placed","fit","certified","seconds"}, or with "cost".',
      '--out FILE    <worker> <vacancy> lines of everybody placed',
      'Exit 0 solved, 1 no assignment of everybody (cost files), 2 not a problem: the line and what is wrong with it.',
    ],
    run: engineAssign,
  },
  doctor: {
    summary: 'check this machine and say what is missing',
    usage: ['doctor [--brief]'],
    help: [
      'ok, hint (something is taken away) or FAULT (prevents a start), each with what to do. Exit 1 with a fault.',
    ],
    run: (args) => forward('doctor.ts', args),
  },
  backup: {
    summary: 'copy every table as of one moment, and the uploads, into a new folder',
    usage: ['backup DIR [--with-secrets]'],
    help: [
      'DIR must not exist. People may work meanwhile. Keep secrets.json apart, or --with-secrets (docs/operations/backup.md).',
    ],
    run: (args) => forwardWithDatabase('backup.ts', args),
  },
  restore: {
    summary: 'fill an empty database from a back-up and verify it',
    usage: ['restore DIR [--with-secrets]'],
    help: [
      'Into a fresh ANYE_HOME or an empty DATABASE_URL; hashes and counts are compared (docs/operations/restore-drill.md).',
    ],
    run: (args) => forwardWithDatabase('restore.ts', args),
  },
}

function needsDatabase(demoArgs: readonly string[]): boolean {
  return !demoArgs.includes('--write-only') && !demoArgs.includes('--profile')
}

function importFile(args: readonly string[]): Promise<number> {
  if (!args.includes('--dry-run')) return forwardWithDatabase('import.ts', args)
  const rest = args.filter((arg) => arg !== '--dry-run')
  const kind = rest.indexOf('roster')
  // Without the word the process tells its use.
  return forward('check-roster.ts', kind === -1 ? [] : rest.toSpliced(kind, 1))
}
