import { organizationContract as contract } from '@anye/contract/organization/contract'
import { bind } from '../../platform/http/bind.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addVillageGroup } from './divisions/add-village-group.ts'
import { listChildren, listPredecessors, listVersions } from './divisions/division.query.ts'
import { loadGazetteer } from './divisions/gazetteer.query.ts'
import { mergeDivision } from './divisions/merge-division.ts'
import { renameDivision } from './divisions/rename-division.ts'
import { searchDivisions } from './divisions/search-divisions.query.ts'
import { addGrid } from './grids/add-grid.ts'
import { listGrids } from './grids/list-grids.ts'
import { listMyGrids } from './grids/list-my-grids.ts'
import { offerGrid } from './handovers/offer-grid.ts'
import { withdrawOffer } from './handovers/withdraw-offer.ts'
import { listDutyPeople } from './people/list-duty-people.ts'
import { appointHolder } from './posts/appoint-holder.ts'
import { endTerm } from './posts/end-term.ts'
import { listBodies } from './posts/list-bodies.ts'
import { listGaps } from './posts/list-gaps.ts'
import { addPartyGroup, closeCadre, delistWeakGroup, endPartyGroup, sendCadre } from './weak-groups/change-weak-group.ts'
import { listTownshipsOfUnit, listUnits } from './units/unit.query.ts'

/**
 * Joins the endpoints of organization to their use cases; a day that is not given is today. The answer to an offered grid
 * is bound by registry, which moves the households' contacts in the same transaction; a weak group is listed through
 * indicators, which counts its base, and shown by reporting.
 */
export const organizationRoutes = {
  listChildren: bind(contract.listChildren, ({ tx, today }, { code, on }) => listChildren(tx, code, on ?? today)),
  getDivision: bind(contract.getDivision, async ({ tx, today }, { code }) => {
    const versions = await listVersions(tx, code, today)
    if (versions.length === 0) throw new Refusal('not_found')
    return { versions, predecessors: await listPredecessors(tx, code, today) }
  }),
  searchDivisions: bind(contract.searchDivisions, ({ tx, today }, input) =>
    searchDivisions(tx, { ...input, on: input.on ?? today })),
  resolveDivision: bind(contract.resolveDivision, async ({ tx, today }, { on, ...place }) =>
    (await loadGazetteer(tx, on ?? today)).resolve(place)),
  renameDivision: bind(contract.renameDivision, renameDivision),
  mergeDivision: bind(contract.mergeDivision, mergeDivision),
  addVillageGroup: bind(contract.addVillageGroup, addVillageGroup),
  listUnits: bind(contract.listUnits, ({ tx, today }, { on }) => listUnits(tx, on ?? today)),
  listUnitTownships: bind(contract.listUnitTownships, ({ tx, today }, { code, on }) =>
    listTownshipsOfUnit(tx, code, on ?? today)),
  listBodies: bind(contract.listBodies, (ctx, { place, on }) => listBodies(ctx, { place, on: on ?? ctx.today })),
  appointHolder: bind(contract.appointHolder, appointHolder),
  endTerm: bind(contract.endTerm, endTerm),
  listGaps: bind(contract.listGaps, (ctx, input) => listGaps(ctx, { ...input, on: input.on ?? ctx.today })),
  listGrids: bind(contract.listGrids, (ctx, { village, on }) => listGrids(ctx, { village, on: on ?? ctx.today })),
  addGrid: bind(contract.addGrid, addGrid),
  listMyGrids: bind(contract.listMyGrids, listMyGrids),
  offerGrid: bind(contract.offerGrid, offerGrid),
  withdrawOffer: bind(contract.withdrawOffer, withdrawOffer),
  listDutyPeople: bind(contract.listDutyPeople, listDutyPeople),
  weakGroups: {
    delist: bind(contract.weakGroups.delist, delistWeakGroup),
    addPartyGroup: bind(contract.weakGroups.addPartyGroup, addPartyGroup),
    endPartyGroup: bind(contract.weakGroups.endPartyGroup, endPartyGroup),
    sendCadre: bind(contract.weakGroups.sendCadre, sendCadre),
    closeCadre: bind(contract.weakGroups.closeCadre, closeCadre),
  },
}
