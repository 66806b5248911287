import { organizationContract } from '@anye/contract/organization/contract'
import { registryContract } from '@anye/contract/registry/contract'
import { bind } from '../../platform/http/bind.ts'
import { assignContact, endContact } from './contacts/assign-contact.ts'
import { answerOffer } from './contacts/answer-offer.ts'
import { countContacts } from './contacts/count-contacts.query.ts'
import { listContacts } from './contacts/list-contacts.query.ts'
import { addEpisode, addEvidence, correctEpisode, endEpisode, voidEpisode } from './episodes/record-episode.ts'
import { correctHousehold, mergeHouseholds, splitHousehold } from './households/change-household.ts'
import { cancelImport, commitImport, getImport, listImportIssues, listImports, mapImport, startImport } from './imports/manage-import.ts'
import { writeTemplate } from './imports/write-template.ts'
import { correctPerson } from './persons/correct-person.ts'
import { approveExemption, askExemption, endExemption, listExemptions } from './persons/exemptions.ts'
import { revealPerson } from './persons/reveal-person.ts'

/** Joins the endpoints of registry that write facts to their use cases; lists and pages are drawn by reporting. */
export const registryRoutes = {
  persons: { reveal: bind(registryContract.persons.reveal, revealPerson), correct: bind(registryContract.persons.correct, correctPerson) },
  exemptions: {
    ask: bind(registryContract.exemptions.ask, askExemption),
    approve: bind(registryContract.exemptions.approve, approveExemption),
    end: bind(registryContract.exemptions.end, endExemption),
    list: bind(registryContract.exemptions.list, listExemptions),
  },
  households: {
    correct: bind(registryContract.households.correct, correctHousehold),
    split: bind(registryContract.households.split, splitHousehold),
    merge: bind(registryContract.households.merge, mergeHouseholds),
  },
  contacts: {
    list: bind(registryContract.contacts.list, listContacts),
    count: bind(registryContract.contacts.count, countContacts),
    assign: bind(registryContract.contacts.assign, assignContact),
    end: bind(registryContract.contacts.end, endContact),
  },
  episodes: {
    add: bind(registryContract.episodes.add, addEpisode),
    correct: bind(registryContract.episodes.correct, correctEpisode),
    end: bind(registryContract.episodes.end, endEpisode),
    void: bind(registryContract.episodes.void, voidEpisode),
    addEvidence: bind(registryContract.episodes.addEvidence, addEvidence),
  },
  imports: {
    start: bind(registryContract.imports.start, startImport),
    list: bind(registryContract.imports.list, listImports),
    get: bind(registryContract.imports.get, getImport),
    issues: bind(registryContract.imports.issues, listImportIssues),
    map: bind(registryContract.imports.map, mapImport),
    commit: bind(registryContract.imports.commit, commitImport),
    cancel: bind(registryContract.imports.cancel, cancelImport),
    template: bind(registryContract.imports.template, writeTemplate),
  },
}

/** Of organization, what changes the register too: a grid that is handed over takes its households' contacts along. */
export const gridRoutes = { answerOffer: bind(organizationContract.answerOffer, answerOffer) }
