import { registryContract } from '@anye/contract/registry/contract'
import { bind } from '../../../platform/http/bind.ts'
import { askExport, decideExport, listExports } from './exports/ask-export.ts'
import { getHousehold } from './get-household.query.ts'
import { getPerson } from './get-person.query.ts'
import { listHouseholds } from './list-households.query.ts'
import { listPersons } from './list-persons.query.ts'

/**
 * Lists, pages and exports of households and persons. They stand under `registry` in the contract, but they show what
 * indicators computed beside the facts, so they are read models of the module that may read both.
 */
export const registersRoutes = {
  persons: { list: bind(registryContract.persons.list, listPersons), get: bind(registryContract.persons.get, getPerson) },
  households: { list: bind(registryContract.households.list, listHouseholds), get: bind(registryContract.households.get, getHousehold) },
  exports: {
    ask: bind(registryContract.exports.ask, askExport), decide: bind(registryContract.exports.decide, decideExport),
    list: bind(registryContract.exports.list, listExports),
  },
}
