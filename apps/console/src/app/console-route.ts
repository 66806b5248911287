import type { Permission } from '@anye/contract/access'
import type { ComponentType } from 'react'

/** A page of a module: its address, who may open it, and its code, fetched when it is first opened. */
export interface ConsoleRoute {
  path: string
  /** `signed_in` for pages about one's own account. */
  permission: Permission | 'signed_in'
  load: () => Promise<{ default: ComponentType }>
}
