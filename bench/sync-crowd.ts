import { fork } from 'node:child_process'

/** What a crowd of phones is told: where the server is, and the headers of each. */
export type CrowdOrder = { address: string; phones: Record<string, string>[] }
/** What became of it: seconds until half and all of them had everything, kilobytes as sent, households the first one was sent. */
export type CrowdReport = { halfSeconds: number; seconds: number; kilobytes: number; households: number }

type Page = { put: unknown[]; cursor: string; more: boolean }

/** Characters at the end of a page in which its cursor stands. */
const TAIL = 6000

/** Sends a crowd of phones off, in a process of its own: the phones' work is not the server's. */
export async function sendCrowd(order: CrowdOrder): Promise<CrowdReport> {
  const child = fork(import.meta.filename)
  try {
    return await new Promise<CrowdReport>((resolve, reject) => {
      child.once('message', (report) => { resolve(report as CrowdReport) })
      child.once('error', reject)
      child.once('exit', (code) => { reject(new Error(`The crowd ended with ${code}`)) })
      child.send(order)
    })
  } finally {
    child.kill()
  }
}

/** Every phone pulls everything at the same moment. Pages are unpacked; only the first phone reads the documents too. */
async function pullAll({ address, phones }: CrowdOrder): Promise<CrowdReport> {
  const started = performance.now()
  let [bytes, households] = [0, 0]
  const ends = await Promise.all(phones.map(async (headers, index) => {
    for (let cursor: string | null = null, more = true; more;) {
      const response = await fetch(`${address}/api/sync/pull${cursor === null ? '' : `?cursor=${cursor}`}`, { headers })
      if (!response.ok) throw new Error(`A phone of the crowd was answered ${response.status}`)
      bytes += Number(response.headers.get('content-length'))
      const text = await response.text()
      if (index === 0) households += (JSON.parse(text) as Page).put.length
      const end = /"cursor":"([\w-]+)","more":(true|false)/.exec(text.slice(-TAIL))
      if (end === null) throw new Error('A page without a cursor')
      cursor = end[1] ?? null
      more = end[2] === 'true'
    }
    return (performance.now() - started) / 1000
  }))
  ends.sort((a, b) => a - b)
  return { halfSeconds: ends[Math.floor(ends.length / 2)] ?? Number.NaN, seconds: ends.at(-1) ?? Number.NaN, kilobytes: bytes / 1000, households }
}

if (process.send !== undefined) process.once('message', async (order) => { process.send?.(await pullAll(order as CrowdOrder)) })
