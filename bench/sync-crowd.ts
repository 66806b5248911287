import { fork } from 'node:child_process'
import { Agent, get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** What a crowd of phones is told: where the server is, and the headers of each. */
export type CrowdOrder = { address: string; phones: Record<string, string>[] }
/** What became of it: seconds until the last one had everything, and households that the first one was sent. */
export type CrowdReport = { seconds: number; households: number }

type Page = { put: unknown[]; cursor: string; more: boolean }

/** Bytes at the end of a page in which its cursor stands. */
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
  const agent = new Agent({ keepAlive: true })
  let households = 0
  const ends = await Promise.all(phones.map(async (headers, index) => {
    for (let cursor: string | null = null, more = true; more;) {
      const page = gunzipSync(await askPage(agent, `${address}/api/sync/pull${cursor === null ? '' : `?cursor=${cursor}`}`, headers))
      if (index === 0) households += (JSON.parse(page.toString()) as Page).put.length
      const end = /"cursor":"([\w-]+)","more":(true|false)/.exec(page.subarray(-TAIL).toString('latin1'))
      if (end === null) throw new Error('A page without a cursor')
      cursor = end[1] ?? null
      more = end[2] === 'true'
    }
    return (performance.now() - started) / 1000
  }))
  agent.destroy()
  return { seconds: Math.max(...ends), households }
}

/** A page as it travels. */
async function askPage(agent: Agent, url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode === 200) buffer(response).then(resolve, reject)
      else reject(new Error(`A phone of the crowd was answered ${response.statusCode}`))
    })
    request.on('error', reject)
  })
}

if (import.meta.main) process.once('message', async (order) => { process.send?.(await pullAll(order as CrowdOrder)) })
