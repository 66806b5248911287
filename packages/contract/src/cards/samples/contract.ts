import { drawSample, getSample, listSamples, recordRecall } from './endpoints.ts'

/** Samples of checked lines that are called again. */
export const samplesContract = { draw: drawSample, list: listSamples, get: getSample, recall: recordRecall }
