import type { Journey } from './journey.ts'
import { cardsJourneys } from './cards.e2e.ts'
import { exemptionJourneys } from './exemption.e2e.ts'
import { exportJourneys } from './export.e2e.ts'
import { fieldMovedJourneys } from './field-moved.e2e.ts'
import { fieldRoundJourneys } from './field-round.e2e.ts'
import { fieldTogetherJourneys } from './field-together.e2e.ts'
import { fieldTroubleJourneys } from './field-trouble.e2e.ts'
import { fieldJourneys } from './field.e2e.ts'
import { householdJourneys } from './household.e2e.ts'
import { importJourneys } from './import.e2e.ts'
import { languageJourneys } from './language.e2e.ts'
import { lateWorkJourneys } from './late-work.e2e.ts'
import { liveJourneys } from './live.e2e.ts'
import { needsJourneys } from './needs.e2e.ts'
import { overviewJourneys } from './overview.e2e.ts'
import { paperAndWallJourneys } from './paper-and-wall.e2e.ts'
import { paperCardJourneys } from './paper-cards.e2e.ts'
import { reportJourneys } from './report.e2e.ts'
import { responsibilityJourneys } from './responsibility.e2e.ts'
import { revealJourneys } from './reveal.e2e.ts'
import { scanJourneys } from './scan.e2e.ts'
import { scopeJourneys } from './scope.e2e.ts'
import { signInJourneys } from './sign-in.e2e.ts'

/** All journeys in the order they are walked: phones before the month of their village is closed, the day after everything that moves figures. */
export const JOURNEYS: Readonly<Record<string, readonly Journey[]>> = {
  'sign-in': signInJourneys,
  overview: overviewJourneys,
  'paper-and-wall': paperAndWallJourneys,
  language: languageJourneys,
  import: importJourneys,
  scope: scopeJourneys,
  reveal: revealJourneys,
  household: householdJourneys,
  'paper-cards': paperCardJourneys,
  exemption: exemptionJourneys,
  field: fieldJourneys,
  'field-together': fieldTogetherJourneys,
  'field-round': fieldRoundJourneys,
  'field-trouble': fieldTroubleJourneys,
  'field-moved': fieldMovedJourneys,
  scan: scanJourneys,
  'late-work': lateWorkJourneys,
  cards: cardsJourneys,
  needs: needsJourneys,
  responsibility: responsibilityJourneys,
  export: exportJourneys,
  live: liveJourneys,
  report: reportJourneys,
}
