import { dayNumber } from '@anye/kernel/calendar-date'
import type { Seeded } from '@anye/kernel/random'
import { dayText } from '../day-text.ts'
import { choiceOf } from '../draws.ts'
import type { DemoEpisode } from '../model.ts'
import type { Job } from './job.ts'
import type { Spell } from './spells.ts'

const contractOf = {
  单位就业: choiceOf([['固定期限', 45], ['无固定期限', 3], ['以完成任务为期限', 12], ['劳务协议', 10], ['无合同', 30]]),
  建筑业: choiceOf([['固定期限', 12], ['以完成任务为期限', 33], ['劳务协议', 20], ['无合同', 35]]),
  车间: choiceOf([['固定期限', 60], ['劳务协议', 30], ['无合同', 10]]),
}
const months = choiceOf([[12, 60], [24, 20], [36, 12], [6, 8]])
const method = choiceOf([['电话', 45], ['入户', 26], ['视频', 16], ['企业或协作站代核', 13]])
const endReason = choiceOf([
  ['合同到期', 22], ['裁员停工', 12], ['家庭原因', 20], ['工资低', 18], ['伤病', 5], ['农忙', 8], ['婚育', 5], ['其他', 10],
])
const DAYS_A_MONTH = 30.44
const NO_CONTRACT = { kind: '无合同', from: undefined, to: undefined }

/** Whether a job came before this one, and the share of jobs that the county's checks miss. */
type Circumstances = { previous: boolean; missed: number }

/** Puts dates, contract and evidence to a job; most open episodes were checked lately, some too long ago. */
export function episodeDraws(asOf: string) {
  const today = dayNumber(asOf)

  return (random: Seeded, job: Job, { from, to, same }: Spell, { previous, missed }: Circumstances): DemoEpisode => {
    const began = { ...job, from: dayText(from), verifyMethod: method(random) }
    if (to !== undefined) {
      const verified = Math.min(today, to + random.int(0, 20))
      const ended = { to: dayText(to), contract: NO_CONTRACT, endReason: endReason(random) }
      return { ...began, ...ended, gainType: gainType(previous, same, false), verifiedOn: dayText(verified) }
    }
    const verified = Math.max(from, today - checkAge(random, missed))
    const contract = drawContract(random, job, from, today)
    const open = { to: undefined, contract, endReason: undefined, verifiedOn: dayText(verified) }
    return { ...began, ...open, gainType: gainType(previous, same, today - from > 365) }
  }
}

function gainType(previous: boolean, same: boolean, longHeld: boolean): DemoEpisode['gainType'] {
  if (previous) return same ? '返岗' : '增岗'
  return longHeld ? '稳岗' : '增岗'
}

/** Days since the last monthly check; of the jobs that were missed, half are long past the 45 days a check is good for. */
function checkAge(random: Seeded, missed: number): number {
  const draw = random.next()
  if (draw >= missed) return random.int(0, 33)
  return draw < missed / 2 ? random.int(40, 60) : random.int(60, 130)
}

function drawContract(random: Seeded, job: Job, from: number, today: number): DemoEpisode['contract'] {
  if (job.form === '灵活就业' || job.form === '个体/创业') return NO_CONTRACT
  const draw =
    contractOf[job.form === '就业扶贫车间' ? '车间' : job.industry === '建筑业' ? '建筑业' : '单位就业']
  const kind = job.postType === undefined ? draw(random) : '劳务协议'
  if (kind === '无合同') return NO_CONTRACT
  const length = Math.round(months(random) * DAYS_A_MONTH)
  // A worker still there has renewed: the term that covers the as-of day.
  const renewals = Math.max(0, Math.floor((today - from) / length))
  const start = from + renewals * length
  return { kind, from: dayText(start), to: kind === '无固定期限' ? undefined : dayText(start + length - 1) }
}
