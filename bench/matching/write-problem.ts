import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Problem } from '@anye/matching/problem'

/** Writes a problem in our text format. */
export async function writeProblem(file: string, problem: Problem): Promise<void> {
  const out = createWriteStream(file)
  let text = ''
  for (const line of linesOf(problem)) {
    text += line
    if (text.length < 1 << 20) continue
    if (!out.write(text)) await once(out, 'drain')
    text = ''
  }
  out.end(text)
  await once(out, 'finish')
}

function* linesOf({ household, tier, capacity, start, vacancy, fit }: Problem): Generator<string> {
  yield `p assign ${household.length} ${tier.length} ${capacity.length} ${fit.length}\n`
  for (const [h, value] of tier.entries()) yield `h ${h + 1} ${value}\n`
  for (const [w, home] of household.entries()) yield `w ${w + 1} ${home + 1}\n`
  for (const [v, places] of capacity.entries()) yield `v ${v + 1} ${places}\n`
  for (let w = 0; w < household.length; w += 1) {
    for (let at = start[w] ?? 0; at < (start[w + 1] ?? 0); at += 1) yield `e ${w + 1} ${(vacancy[at] ?? 0) + 1} ${fit[at]}\n`
  }
}
