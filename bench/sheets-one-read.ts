import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import { readSheets } from '../apps/server/src/platform/sheets/read-sheets.ts'

/** Reads one workbook in one way and prints what it cost this process. Started by bench/sheets.ts. */
const [way = '', path = ''] = process.argv.slice(2)
const started = performance.now()
const rows = way === 'plain' ? await plainRows() : await adapterRows()
const milliseconds = performance.now() - started
process.stdout.write(JSON.stringify({ rows, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }))

async function plainRows(): Promise<number> {
  const workbook = await readXlsx(await readFile(path))
  return workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
}

async function adapterRows(): Promise<number> {
  let count = 0
  for await (const event of readSheets(path)) if (event.type === 'rows') count += event.rows.length
  return count
}
