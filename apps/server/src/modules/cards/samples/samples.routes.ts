import { samplesContract } from '@anye/contract/cards/samples/contract'
import { bind } from '../../../platform/http/bind.ts'
import { drawSample } from './draw-sample.ts'
import { recordRecall } from './record-recall.ts'
import { getSample, listSamples } from './samples.query.ts'

/** Joins the endpoints of samples and re-calls to their use cases. */
export const samplesRoutes = {
  draw: bind(samplesContract.draw, drawSample), list: bind(samplesContract.list, listSamples), get: bind(samplesContract.get, getSample),
  recall: bind(samplesContract.recall, recordRecall),
}
