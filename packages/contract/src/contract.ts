import { accessContract } from './access/contract.ts'
import { cardsContract } from './cards/contract.ts'
import { commandContract } from './command/contract.ts'
import { indicatorsContract } from './indicators/contract.ts'
import { organizationContract } from './organization/contract.ts'
import { registryContract } from './registry/contract.ts'
import { reportingContract } from './reporting/contract.ts'

/** Everything the product answers to; the server implements it, the apps call it, the OpenAPI page shows it. */
export const contract = {
  access: accessContract,
  organization: organizationContract,
  registry: registryContract,
  cards: cardsContract,
  indicators: indicatorsContract,
  command: commandContract,
  reporting: reportingContract,
}
