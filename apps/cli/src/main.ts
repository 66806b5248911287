/** `anye <command>`: finds the command in the table and runs it. */
import { parseArgs } from 'node:util'
import { COMMANDS, type Command } from './command-table.ts'

const EXIT_USAGE = 2

/** @returns the exit code: 0 done, 1 failed, 2 called wrongly */
async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command) {
    const { values } = parseArgs({ args: [...argv], options: { help: { type: 'boolean', short: 'h' } }, strict: false })
    if (name !== undefined && !values['help']) console.error(`There is no command "${name}".\n`)
    console.log(listCommands())
    return name === undefined || values['help'] ? 0 : EXIT_USAGE
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(helpOf(command))
    return 0
  }
  return command.run(args)
}

function helpOf({ summary, usage, help = [] }: Command): string {
  const notes = help.length > 0 ? ['', ...help] : []
  return [summary, '', ...usage.map((line) => `  npm run anye -- ${line}`), ...notes].join('\n')
}

function listCommands(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`)
  return ['npm run anye -- <command> [options]   (--help after a command tells its options)', '', ...lines].join('\n')
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
