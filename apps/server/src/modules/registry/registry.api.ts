// The door of registry: what other modules may call.
export { takeTouchedVillages } from './changes/touched-villages.store.ts'
