import { addVillageGroup } from './divisions/add-village-group.ts'
import { getDivision } from './divisions/get-division.ts'
import { listChildren } from './divisions/list-children.ts'
import { mergeDivision } from './divisions/merge-division.ts'
import { renameDivision } from './divisions/rename-division.ts'
import { resolveDivision } from './divisions/resolve-division.ts'
import { searchDivisions } from './divisions/search-divisions.ts'
import { addGrid } from './grids/add-grid.ts'
import { listGrids } from './grids/list-grids.ts'
import { answerOffer } from './handovers/answer-offer.ts'
import { listMyGrids } from './handovers/list-my-grids.ts'
import { offerGrid } from './handovers/offer-grid.ts'
import { withdrawOffer } from './handovers/withdraw-offer.ts'
import { listDutyPeople } from './people/list-duty-people.ts'
import { appointHolder } from './posts/appoint-holder.ts'
import { endTerm } from './posts/end-term.ts'
import { listBodies } from './posts/list-bodies.ts'
import { listGaps } from './posts/list-gaps.ts'
import { listUnitTownships } from './units/list-unit-townships.ts'
import { listUnits } from './units/list-units.ts'
import * as weakGroups from './weak-groups/endpoints.ts'

/** Endpoints of organization. */
export const organizationContract = {
  listChildren, getDivision, searchDivisions, resolveDivision, renameDivision, mergeDivision, addVillageGroup,
  listUnits, listUnitTownships, listBodies, appointHolder, endTerm, listGaps, listGrids, addGrid,
  listMyGrids, offerGrid, answerOffer, withdrawOffer, listDutyPeople,
  weakGroups: {
    list: weakGroups.listWeakGroups, get: weakGroups.getWeakGroup, enlist: weakGroups.enlistWeakGroup, delist: weakGroups.delistWeakGroup,
    addPartyGroup: weakGroups.addPartyGroup, endPartyGroup: weakGroups.endPartyGroup,
    sendCadre: weakGroups.sendCadre, closeCadre: weakGroups.closeCadre,
  },
}
