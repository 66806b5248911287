import { useCallback, useState } from 'react'

function read(name: string): readonly string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : undefined
  } catch {
    // A choice that cannot be read is no choice: the table falls back to its default columns.
    return undefined
  }
}

/** A list of keys remembered on this machine under `name`; undefined is the default. */
export function useStoredChoice(name: string) {
  const [choice, setChoice] = useState(() => read(name))
  const store = useCallback(
    (next: readonly string[] | undefined) => {
      if (next) localStorage.setItem(name, JSON.stringify(next))
      else localStorage.removeItem(name)
      setChoice(next)
    },
    [name],
  )
  return [choice, store] as const
}
