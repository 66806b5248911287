import { CHANNEL } from '@anye/codes/channel'
import { hasCode, type CodeList } from '@anye/codes/code-list'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { END_REASON } from '@anye/codes/end-reason'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { INDUSTRY } from '@anye/codes/industry'
import { OCCUPATION } from '@anye/codes/occupation'
import { readUscc } from '@anye/codes/uscc'
import type { EpisodeForm } from '@anye/contract/registry/episodes/endpoints'

const LISTS = {
  form: EPISODE_FORM, channel: CHANNEL, contract: CONTRACT_KIND, endReason: END_REASON, industry: INDUSTRY, occupation: OCCUPATION,
} as const satisfies Partial<Record<keyof EpisodeForm, CodeList>>

/** The first field of a form whose code no list knows, or whose credit code fails its check (GB 32100). */
export function unknownCode(episode: EpisodeForm): keyof EpisodeForm | undefined {
  if (episode.uscc !== null && !readUscc(episode.uscc).ok) return 'uscc'
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).find((field) => {
    const code = episode[field]
    return code !== null && !hasCode(LISTS[field], code)
  })
}
