import { cardsContract } from '@anye/contract/cards/contract'
import { bind, bindDispatcher } from '../../../platform/http/bind.ts'
import type { OfflineCommands } from '../../../platform/http/offline-commands.ts'
import { discardLateWork, takeOverLateWork } from '../late-work/decide-late-work.ts'
import { listLateWork } from '../late-work/list-late-work.query.ts'
import { pullPack } from './pull-pack.ts'
import { pushWork } from './push-work.ts'

const { sync, lateWork } = cardsContract

/** Joins the endpoints of phones. Two of them run commands of the whole product, which only the composition knows. */
export function syncRoutes(commands: () => OfflineCommands) {
  return {
    sync: { pull: bind(sync.pull, pullPack), push: bindDispatcher(sync.push, (context, actor, batch) => pushWork(commands(), context, actor, batch)) },
    lateWork: {
      list: bind(lateWork.list, listLateWork), discard: bind(lateWork.discard, discardLateWork),
      takeOver: bindDispatcher(lateWork.takeOver, (context, actor, input) => takeOverLateWork(commands(), context, actor, input)),
    },
  }
}
