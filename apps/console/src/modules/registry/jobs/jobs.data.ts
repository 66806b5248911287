import { client } from '../../../app/api.ts'

export type EpisodeInput = Parameters<typeof client.registry.episodes.add>[0]['episode']

export const addJob = client.registry.episodes.add
export const correctJob = client.registry.episodes.correct
export const endJob = client.registry.episodes.end
export const voidJob = client.registry.episodes.void
export const addProof = client.registry.episodes.addEvidence
