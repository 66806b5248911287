// How `import roster` and its dry run answer: one JSON object for programs, a table for people.
import type { RosterIssue } from '@anye/contract/registry/imports/roster-issue'

const SHOWN_ISSUES = 40
const ISSUES_A_PIECE = 1000

/** The issues of a file as lines for people; the first of them when there are many. */
export function issueLines(issues: readonly RosterIssue[]): string[] {
  const lines = issues.slice(0, SHOWN_ISSUES).map(({ sheet, row, column, rule, message }) =>
    [sheet ?? '', row === null ? '' : `${row} 行`, column ?? '', rule, message].join('\t'))
  const more = issues.length > SHOWN_ISSUES ? [`……还有 ${issues.length - SHOWN_ISSUES} 条，加 --json 查看全部`] : []
  return [...lines, ...more]
}

/** `{…head,"issues":[…]}`, piece by piece: the text of a province's sheet would not fit into one string. */
export async function printJson(head: object, issues: readonly RosterIssue[]): Promise<void> {
  await print(`${JSON.stringify(head).slice(0, -1)},"issues":[`)
  for (let start = 0; start < issues.length; start += ISSUES_A_PIECE) {
    const lines = issues.slice(start, start + ISSUES_A_PIECE).map((issue) => JSON.stringify(issue))
    await print(`${start === 0 ? '' : ','}${lines.join(',')}`)
  }
  await print(']}\n')
}

/** Writes to standard output and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

/** A reader that has seen enough (head, less) closes the pipe; that is no failure. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
}
