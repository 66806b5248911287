import { useEffect, useRef } from 'react'
import { pressKey } from './shortcuts.ts'
import type { ShortcutAction } from './shortcuts.ts'

/** `g` waits this long for its letter. */
const PATIENCE_MS = 1500

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Listens for the console's shortcuts everywhere except in fields and with modifier keys. */
export function useShortcuts(onAction: (action: ShortcutAction) => void) {
  const awaiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const forget = () => {
      clearTimeout(awaiting.current)
      awaiting.current = undefined
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const step = pressKey(awaiting.current !== undefined, event.key)
      forget()
      if (step.awaiting) awaiting.current = setTimeout(forget, PATIENCE_MS)
      if (!step.action) return
      event.preventDefault()
      onAction(step.action)
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
      forget()
    }
  }, [onAction])
}
