import * as endpoints from './endpoints.ts'

/** Endpoints of indicators. */
export const indicatorsContract = {
  overview: { get: endpoints.getOverview },
  coverage: { list: endpoints.listCoverage },
  series: { get: endpoints.getSeries },
  members: { list: endpoints.listMembers },
  zero: { list: endpoints.listZeroHouseholds },
  base: { freeze: endpoints.freezeBase },
  days: { close: endpoints.closeDay, list: endpoints.listDays },
  ledger: { get: endpoints.getLedger },
  parameters: { get: endpoints.getParameters, set: endpoints.setParameters },
}
