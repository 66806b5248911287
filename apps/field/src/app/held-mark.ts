/**
 * A mark outside of the database that this phone holds somebody's work, and how much of it is unsent. A system short of room clears
 * databases and leaves this: the app can then say what has happened instead of greeting a stranger.
 */
export type HeldMark = {
  /** Entries that were unsent when it was last written; null when the phone holds nothing. */
  read: () => number | null
  write: (unsent: number) => void
  clear: () => void
}

const STORAGE_KEY = 'anye.field.held'

export const heldMark: HeldMark = {
  read: () => {
    const kept = localStorage.getItem(STORAGE_KEY)
    return kept === null ? null : Number(kept)
  },
  write: (unsent) => localStorage.setItem(STORAGE_KEY, String(unsent)),
  clear: () => localStorage.removeItem(STORAGE_KEY),
}
