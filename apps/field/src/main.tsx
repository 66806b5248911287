import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { deviceNow, keepDay } from './app/clock.ts'
import { database } from './app/database.ts'
import { heldMark } from './app/held-mark.ts'
import { createPhone } from './app/phone.ts'
import { server } from './app/server.ts'
import { setSize, storedSize } from './app/settings.ts'
import { registerWorker } from './app/updates.ts'
import './ui/tokens.css'
import './ui/base.css'

const LABEL_MOST = 80

/** `Android 9; PBCM10` of the browser's own words: enough to know one's phone in a list. */
function phoneLabel(): string {
  return (/\(([^)]+)\)/.exec(navigator.userAgent)?.[1] ?? navigator.platform).slice(0, LABEL_MOST) || 'phone'
}

/** Without a secure address there is no encryption, without a database no memory. */
function unfitness(): 'insecure' | 'storage' | undefined {
  if (!window.isSecureContext || (crypto as { subtle?: SubtleCrypto }).subtle === undefined) return 'insecure'
  return 'indexedDB' in window ? undefined : 'storage'
}

setSize(storedSize())
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const phone = createPhone({ database, server, now: deviceNow, label: phoneLabel(), keepDay, held: heldMark })
createRoot(root).render(<StrictMode><App phone={phone} unfit={unfitness()} /></StrictMode>)
// After the first picture: on the first visit the files must not compete with it.
if (import.meta.env.PROD) window.addEventListener('load', () => void registerWorker().catch(() => undefined))
