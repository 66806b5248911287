import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

interface DataTime {
  shown: string | undefined
  show: (instant: string | undefined) => void
}

const DataTimeContext = createContext<DataTime>({ shown: undefined, show: () => undefined })

/** Carries the time of the figures on the page up to the header, where every page says it. */
export function DataTimeProvider({ children }: { children: ReactNode }) {
  const [shown, show] = useState<string>()
  return <DataTimeContext.Provider value={{ shown, show }}>{children}</DataTimeContext.Provider>
}

export function useShownDataTime(): string | undefined {
  return useContext(DataTimeContext).shown
}

/** A page with figures tells their time (instant, ISO 8601); the header forgets it when the page goes. */
export function useDataTime(instant: string | null | undefined): void {
  const { show } = useContext(DataTimeContext)
  useEffect(() => {
    show(instant ?? undefined)
    return () => show(undefined)
  }, [instant, show])
}
