// The door of registry: what other modules may call.
export { takeTouchedVillages } from './changes/touched-villages.store.ts'
export { findCandidates } from './persons/find-candidates.query.ts'
export { listVersions } from './versions/version.store.ts'
export { resumeImports } from './imports/staging/import-queue.ts'
export { loadRosterFile, type LoadedRoster } from './imports/load-roster-file.ts'
export { checkRoster, type RosterReport } from './imports/check-roster.ts'
export { createFileLookup } from './imports/division-resolver.ts'
export { moveMergedDivisions } from './households/move-merged-division.store.ts'
