import { Component, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import CheckPage from '../screens/check/CheckPage.tsx'
import HouseholdPage from '../screens/household/HouseholdPage.tsx'
import { askToPersist } from '../screens/me/me.data.ts'
import MePage from '../screens/me/MePage.tsx'
import OutboxPage from '../screens/outbox/OutboxPage.tsx'
import CardPage from '../screens/scan/CardPage.tsx'
import { LogInScreen } from '../screens/sign-in/LogInScreen.tsx'
import { NewPinScreen } from '../screens/sign-in/NewPin.tsx'
import { PinScreen } from '../screens/sign-in/PinScreen.tsx'
import TodayPage from '../screens/today/TodayPage.tsx'
import { EmptyState, ErrorState } from '../ui/States.tsx'
import { ToastProvider } from '../ui/Toasts.tsx'
import { LocaleProvider, useT } from './i18n/locale.tsx'
import { OpenProvider, PhoneProvider, usePhone } from './phone-context.tsx'
import type { Phone } from './phone.ts'
import { RouterProvider, useRouter } from './router.tsx'
import { SyncProvider } from './sync.tsx'
import { useAutoLock } from './use-auto-lock.ts'
import { UpdateBanner } from './UpdateBanner.tsx'

/** Language, phone and pages, from the outside in. `unfit` says why this browser cannot carry the app. */
export function App({ phone, unfit }: { phone: Phone; unfit: 'insecure' | 'storage' | undefined }) {
  return (
    <LocaleProvider>
      <CrashGuard>
        {unfit === undefined
          ? <PhoneProvider phone={phone}><RouterProvider><ToastProvider><UpdateBanner /><StageView /></ToastProvider></RouterProvider></PhoneProvider>
          : <Unfit why={unfit} />}
      </CrashGuard>
    </LocaleProvider>
  )
}

function Unfit({ why }: { why: 'insecure' | 'storage' }) {
  const t = useT()
  return <EmptyState title={t('app.unfit')} advice={t(`app.unfit.${why}`)} />
}

function StageView() {
  const { phone, stage } = usePhone()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const token = takeToken()
    phone.start().catch(() => setFailed(true))
      // A token that is old or used leaves her at the PIN or the log-in, which say what to do.
      .then(() => (token === undefined ? undefined : phone.handOver(token))).catch(() => undefined)
  }, [phone])
  useAutoLock()
  if (failed) return <Unfit why="storage" />
  switch (stage.name) {
    // A few hundredths of a second: white paper is calmer than a flash of anything.
    case 'starting': return null
    case 'log_in': return <LogInScreen reason={stage.reason} step={stage.step} lost={stage.lost ?? 0} />
    case 'new_pin': return <NewPinScreen />
    case 'pin': return <PinScreen person={stage.person} packGone={stage.packGone} />
    case 'open': return <OpenProvider storage={stage.storage} keys={stage.keys}><SyncProvider><Pages /></SyncProvider></OpenProvider>
  }
}

/** The token of a partner's hand-over comes behind the #, which no server and no log sees; it is taken out of the address at once. */
function takeToken(): string | undefined {
  const token = /^#token=([\w.-]+)$/.exec(window.location.hash)?.[1]
  if (token !== undefined) window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}

function Pages() {
  const { route } = useRouter()
  useEffect(() => { void askToPersist() }, [])
  switch (route.page) {
    case 'today': return <TodayPage />
    case 'household': return <HouseholdPage key={route.householdId} householdId={route.householdId} />
    case 'check': return <CheckPage key={route.personId} householdId={route.householdId} personId={route.personId} />
    case 'card': return <CardPage key={route.token} token={route.token} />
    case 'outbox': return <OutboxPage />
    case 'me': return <MePage />
  }
}

/** A page that fails leaves the phone usable: what was saved is in the database. */
class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }
  static getDerivedStateFromError() {
    return { crashed: true }
  }
  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}

function Crashed() {
  const t = useT()
  return <ErrorState message={t('app.crash')} retryWord={t('app.retry')} onRetry={() => window.location.reload()} />
}
