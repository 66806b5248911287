import type { WorkArea } from '../profile.ts'

/** A job without its dates. */
export type Job = {
  area: Exclude<WorkArea, 'none'>
  employer: string
  uscc: string | undefined
  occupation: string
  industry: string
  place: string
  placeCode: string
  destination: string | undefined
  wage: number
  channel: string
  organised: boolean
  form: string
  postType: string | undefined
}
