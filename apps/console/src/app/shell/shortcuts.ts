import { NAVIGATION } from './navigation.ts'

export type ShortcutAction = { kind: 'search' } | { kind: 'help' } | { kind: 'go'; key: string }

interface Step {
  /** True after `g`: the next letter names a page. */
  awaiting: boolean
  action?: ShortcutAction
}

/** Letter after `g` → key of the destination. */
function destinationFor(letter: string): string | undefined {
  return NAVIGATION.flatMap(({ items }) => items).find(({ shortcut }) => shortcut === letter)?.key
}

/** One key press outside of fields: `/` search, `?` help, `g` then a letter goes to a page. */
export function pressKey(awaiting: boolean, key: string): Step {
  if (awaiting) {
    const destination = destinationFor(key)
    return destination ? { awaiting: false, action: { kind: 'go', key: destination } } : { awaiting: false }
  }
  if (key === 'g') return { awaiting: true }
  if (key === '/') return { awaiting: false, action: { kind: 'search' } }
  if (key === '?') return { awaiting: false, action: { kind: 'help' } }
  return { awaiting: false }
}
