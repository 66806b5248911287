import { registryContract } from '@anye/contract/registry/contract'
import { bind } from '../../../platform/http/bind.ts'
import { getHousehold } from './get-household.query.ts'
import { getPerson } from './get-person.query.ts'
import { listHouseholds } from './list-households.query.ts'
import { listPersons } from './list-persons.query.ts'

/**
 * Lists and pages of households and persons. They stand under `registry` in the contract, but they show what
 * indicators computed beside the facts, so they are read models of the module that may read both.
 */
export const registersRoutes = {
  persons: { list: bind(registryContract.persons.list, listPersons), get: bind(registryContract.persons.get, getPerson) },
  households: { list: bind(registryContract.households.list, listHouseholds), get: bind(registryContract.households.get, getHousehold) },
}
