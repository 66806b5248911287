import { useState } from 'react'

/** Households ticked in a list; they stay ticked when the page turns. */
export function useChosenHouseholds() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    isChosen: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds((current) => {
        const next = new Set(current)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    clear: () => setIds(new Set()),
  }
}
