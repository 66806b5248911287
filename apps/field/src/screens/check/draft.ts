import { today } from '../../app/clock.ts'
import type { CheckDraft } from './check.rules.ts'
import { lastMethod } from './method.ts'
import { suitsStatus } from './places.ts'

/** 单位就业, which most jobs are. */
const MOST_FORM = '1'

export function newDraft(): CheckDraft {
  return {
    status: null, jobChoice: null, job: { employer: '', placeCode: null, startOn: today(), form: MOST_FORM, wageMonthly: null },
    leaving: { endOn: today(), endReason: null }, method: lastMethod(), needs: [], note: '',
  }
}

/** Another status keeps what still suits it; work in the township has one place. */
export function withStatus(draft: CheckDraft, status: string, homeVillage: string): CheckDraft {
  const { placeCode } = draft.job
  const kept = placeCode !== null && suitsStatus(placeCode, status, homeVillage) ? placeCode : null
  return { ...draft, status, job: { ...draft.job, placeCode: status === '14' ? homeVillage.slice(0, 9) : kept } }
}
