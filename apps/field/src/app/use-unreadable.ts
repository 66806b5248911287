import { useEffect, useState } from 'react'
import { countUnreadable } from '../storage/dexie-outbox.ts'
import { database } from './database.ts'
import { useOpen } from './phone-context.tsx'

/** Entries of this person that a lost key sealed: they are not deleted, and she is told. */
export function useUnreadable(): number {
  const { keys, version } = useOpen()
  const [count, setCount] = useState(0)
  useEffect(() => {
    let current = true
    void countUnreadable(database, keys).then((found) => { if (current) setCount(found) })
    return () => { current = false }
  }, [keys, version])
  return count
}
