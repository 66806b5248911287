import { createContext, useContext } from 'react'
import type { AnchorHTMLAttributes, ComponentType } from 'react'

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }

function PlainLink(props: LinkProps) {
  return <a {...props} />
}

/** The app puts its router's link here, so that components in `ui/` navigate without knowing a router. */
export const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

export function UiLink(props: LinkProps) {
  const Link = useContext(LinkContext)
  return <Link {...props} />
}
