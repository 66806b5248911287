// Generated from the migrated database by `npm run gen`; the check fails on a difference.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export type AllTables = Record<string, Record<string, unknown>>
