/**
 * The whole graph of modules: a module may call the doors (`<name>.api.ts`) and read the published views (`pub_*`) of
 * the modules it lists, and of no other. Lint rules, table types and the diagram in ARCHITECTURE.md come from here.
 */
export const MODULES = {
  organization: [],
  registry: ['organization'],
  cards: ['organization', 'registry'],
  indicators: ['organization', 'registry', 'cards'],
  command: ['organization', 'registry', 'cards', 'indicators'],
  reporting: ['organization', 'registry', 'cards', 'indicators'],
}
