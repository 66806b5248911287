import * as contacts from './contacts/endpoints.ts'
import * as episodes from './episodes/endpoints.ts'
import * as exports from './exports/endpoints.ts'
import * as households from './households/endpoints.ts'
import * as imports from './imports/endpoints.ts'
import * as persons from './persons/endpoints.ts'

/** Endpoints of registry. */
export const registryContract = {
  persons: { list: persons.listPersons, get: persons.getPerson, reveal: persons.revealPerson, correct: persons.correctPerson },
  exemptions: { ask: persons.askExemption, approve: persons.approveExemption, end: persons.endExemption, list: persons.listExemptions },
  households: {
    list: households.listHouseholds, get: households.getHousehold, correct: households.correctHousehold,
    split: households.splitHousehold, merge: households.mergeHouseholds,
  },
  contacts: { list: contacts.listContacts, count: contacts.countContacts, assign: contacts.assignContact, end: contacts.endContact },
  episodes: {
    add: episodes.addEpisode, correct: episodes.correctEpisode, end: episodes.endEpisode, void: episodes.voidEpisode,
    addEvidence: episodes.addEvidence,
  },
  exports: { ask: exports.askExport, decide: exports.decideExport, list: exports.listExports },
  imports: {
    start: imports.startImport, list: imports.listImports, get: imports.getImport, issues: imports.listImportIssues,
    map: imports.mapImport, commit: imports.commitImport, cancel: imports.cancelImport, template: imports.downloadTemplate,
  },
}
