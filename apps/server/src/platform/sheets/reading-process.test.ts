import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from './read-sheets.ts'
import { faultOf, rawXlsx, sampleFolder } from './sample-files.ts'
import { writeWorkbook } from './write-workbook.ts'

let folder: Awaited<ReturnType<typeof sampleFolder>>
let roster: string
beforeAll(async () => {
  folder = await sampleFolder()
  roster = folder.path('roster.xlsx')
  const columns = Array.from({ length: 12 }, (_, at) => ({ title: `列${at}` }))
  const rows = Array.from({ length: 60_000 }, (_, row) => columns.map((_, at) => `第${row}行${at}列`))
  await writeWorkbook([{ name: '花名册', columns, rows }], roster)
})
afterAll(() => folder.remove())

/** Processes started by this one that have not ended. */
function readers(): number {
  return process.getActiveResourcesInfo().filter(resource => resource === 'ProcessWrap').length
}

describe('the reading process', () => {
  it('waits for a slow consumer without being blamed for the time, and delivers every row once', async () => {
    let rows = 0
    let waited = false
    for await (const event of readSheets(roster, { limits: { milliseconds: 20_000, batchRows: 100 } })) {
      if (event.type !== 'rows') continue
      if (!waited) await sleep(1500)
      waited = true
      rows += event.rows.length
    }
    expect(rows).toBe(60_001)
  })

  it('does not run ahead of the consumer by more than a few batches', async () => {
    const before = process.memoryUsage().rss
    let peak = 0
    for await (const event of readSheets(roster)) {
      if (event.type === 'rows') await sleep(5)
      peak = Math.max(peak, process.memoryUsage().rss - before)
    }
    expect(peak).toBeLessThan(200 * 1024 * 1024)
  })

  it('ends when the consumer leaves the loop', async () => {
    for await (const event of readSheets(roster)) {
      expect(readers()).toBe(1)
      if (event.type === 'rows') break
    }
    await expect.poll(readers).toBe(0)
  })

  it('ends when the read is aborted, with the reason given', async () => {
    const controller = new AbortController()
    const reading = (async () => {
      for await (const event of readSheets(roster, { signal: controller.signal })) {
        if (event.type === 'rows') controller.abort(new Error('user left'))
      }
    })()
    await expect(reading).rejects.toThrow('user left')
    await expect.poll(readers).toBe(0)
    await expect(readSheets(roster, { signal: controller.signal }).next()).rejects.toThrow('user left')
  })

  it('is killed when the time is up', async () => {
    expect(await faultOf(roster, { limits: { milliseconds: 50 } })).toBe('out_of_time')
    await expect.poll(readers).toBe(0)
  })

  it('dies alone when a file needs more memory than it may have', async () => {
    const items = Array.from({ length: 900_000 }, (_, at) => `<si><t>第${at}条各不相同的文字</t></si>`).join(
      '',
    )
    const bytes = await rawXlsx('<sheetData/>', { 'xl/sharedStrings.xml': `<sst>${items}</sst>` })
    const path = await folder.save('strings.xlsx', bytes)
    expect(await faultOf(path, { limits: { heapMegabytes: 24 } })).toBe('out_of_memory')
  })

  it('reports a file that is not there', async () => {
    expect(await faultOf(folder.path('absent.xlsx'))).toBe('broken_file')
  })
})
