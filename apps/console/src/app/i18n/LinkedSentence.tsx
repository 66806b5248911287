import { Fragment } from 'react'
import { UiLink } from '../../ui/link.tsx'
import { useT } from './locale.tsx'
import { fill } from './translate.ts'
import type { Params } from './translate.ts'
import type { MessageKey } from './zh-CN.ts'

/** A message with its parameters, and for some of them the page that a reader would ask for next. */
export interface Linked {
  key: MessageKey
  params: Params
  links?: Readonly<Record<string, string | undefined>>
}

/** A filled message whose figures and names lead to their records. */
export function LinkedSentence({ sentence: { key, params, links = {} } }: { sentence: Linked }) {
  const t = useT()
  // The raw message, slots kept: split by them, every second part is the name of a parameter.
  const parts = t(key).split(/\{(\w+)\}/)
  return parts.map((part, index) => {
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>
    const text = fill(`{${part}}`, params)
    const href = links[part]
    if (!href) return <Fragment key={index}>{text}</Fragment>
    return <UiLink key={index} className="figure-link" href={href}>{text}</UiLink>
  })
}
