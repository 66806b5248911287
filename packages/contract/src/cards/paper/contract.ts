import {
  askCardPrint, checkBags, findServiceCard, getCardVillage, issueServiceCards, listCardPrints, listCardVillages, listServiceCards, replaceServiceCard,
} from './endpoints.ts'

/** Service cards on paper and their bags. */
export const paperContract = {
  villages: { list: listCardVillages, get: getCardVillage },
  cards: { list: listServiceCards, find: findServiceCard, issue: issueServiceCards, replace: replaceServiceCard },
  bags: { check: checkBags },
  prints: { ask: askCardPrint, list: listCardPrints },
}
