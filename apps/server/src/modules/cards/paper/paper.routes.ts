import { paperContract as contract } from '@anye/contract/cards/paper/contract'
import { bind } from '../../../platform/http/bind.ts'
import { askCardPrint, listCardPrints } from './ask-print.ts'
import { checkBags } from './check-bags.ts'
import { getCardVillage, listCardVillages } from './completeness.query.ts'
import { issueServiceCards, replaceServiceCard } from './issue-cards.ts'
import { findServiceCard, listServiceCards } from './list-cards.query.ts'

/** Joins the endpoints of the paper cards to their use cases. */
export const paperRoutes = {
  villages: { list: bind(contract.villages.list, listCardVillages), get: bind(contract.villages.get, getCardVillage) },
  cards: {
    list: bind(contract.cards.list, listServiceCards), find: bind(contract.cards.find, findServiceCard),
    issue: bind(contract.cards.issue, issueServiceCards), replace: bind(contract.cards.replace, replaceServiceCard),
  },
  bags: { check: bind(contract.bags.check, checkBags) },
  prints: { ask: bind(contract.prints.ask, askCardPrint), list: bind(contract.prints.list, listCardPrints) },
}
