import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { Appearance } from './Appearance.tsx'
import { LocaleProvider } from './i18n/locale.tsx'
import { paths } from './paths.ts'
import { createQueryClient } from './query-client.ts'
import { createRouter } from './routes.tsx'

/** Language, theme, server data and routes, from the outside in. */
export function App() {
  const [router] = useState(createRouter)
  const [queries] = useState(() =>
    createQueryClient((why) => {
      const { pathname, search } = router.state.location
      // The sign-in page shows its own refusals.
      if (pathname === paths.signIn()) return
      const step = why === 'password_must_change' ? { step: 'password' as const } : {}
      void router.navigate(paths.signIn({ returnTo: pathname + search, ...step }), { replace: true })
    }),
  )
  return (
    <LocaleProvider>
      <QueryClientProvider client={queries}>
        <Appearance>
          <RouterProvider router={router} />
        </Appearance>
      </QueryClientProvider>
    </LocaleProvider>
  )
}
