/** Ids of entries that were saved to a file since the app was opened: a log-out may leave them. */
export const savedWork = new Set<string>()
