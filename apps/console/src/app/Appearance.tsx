import { App as AntApp, ConfigProvider } from 'antd'
import antZh from 'antd/es/locale/zh_CN.js'
import antEn from 'antd/es/locale/en_US.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { BusyIcon } from '../ui/controls/BusyIcon.tsx'
import { LinkContext } from '../ui/link.tsx'
import type { LinkProps } from '../ui/link.tsx'
import { themeFor } from '../ui/theme.ts'
import { useLocale } from './i18n/locale.tsx'

// Who asked the system for less motion gets none: dialogs and lists are there at once.
const theme = themeFor({ calm: matchMedia('(prefers-reduced-motion: reduce)').matches })

function RouterLink({ href, ...rest }: LinkProps) {
  return <Link to={href} {...rest} />
}

/** Language and theme of Ant Design and dayjs, and the router's link for `ui/`. */
export function Appearance({ children }: { children: ReactNode }) {
  const { locale, t } = useLocale()
  useEffect(() => {
    dayjs.locale(locale === 'en' ? 'en' : 'zh-cn')
  }, [locale])
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'en' ? antEn : antZh}
      button={{ autoInsertSpace: false, loadingIcon: <BusyIcon label={t('command.busy')} /> }}
    >
      <AntApp component={false}>
        <LinkContext.Provider value={RouterLink}>{children}</LinkContext.Provider>
      </AntApp>
    </ConfigProvider>
  )
}
