import type { ReactNode } from 'react'
import './registry.css'

export interface Fact {
  name: string
  value: ReactNode
}

/** Facts in columns, name beside value, as a form would print them. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
