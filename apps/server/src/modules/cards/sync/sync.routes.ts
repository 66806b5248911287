import { cardsContract } from '@anye/contract/cards/contract'
import { bind, bindDispatcher } from '../../../platform/http/bind.ts'
import type { OfflineCommands } from '../../../platform/http/offline-commands.ts'
import { discardLateWork, takeOverLateWork } from '../late-work/decide-late-work.ts'
import { listLateWork } from '../late-work/list-late-work.query.ts'
import { pullPack } from './pull-pack.ts'
import { pushWork } from './push-work.ts'
import { shareDocuments } from './shared-documents.ts'

const { sync, lateWork } = cardsContract

/** Packs of some hundred villages; a household of five is 300 to 400 bytes of it. */
const SHARED_BYTES = 64 * 1024 * 1024

/** Joins the endpoints of phones. Two of them run commands of the whole product, which only the composition knows. */
export function syncRoutes(commands: () => OfflineCommands) {
  const share = shareDocuments(SHARED_BYTES)
  return {
    sync: {
      pull: bind(sync.pull, (ctx, input) => pullPack(ctx, input, share)),
      push: bindDispatcher(sync.push, (context, actor, batch) => pushWork(commands(), context, actor, batch)),
    },
    lateWork: {
      list: bind(lateWork.list, listLateWork), discard: bind(lateWork.discard, discardLateWork),
      takeOver: bindDispatcher(lateWork.takeOver, (context, actor, input) => takeOverLateWork(commands(), context, actor, input)),
    },
  }
}
