import { Button } from 'antd'
import { useLocale } from '../i18n/locale.tsx'

/** One click to the other language; its name stands in its own script. */
export function LanguageSwitch() {
  const { locale, setLocale, t } = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" size="small" lang={other} onClick={() => setLocale(other)}>
      {t('app.language.switch')}
    </Button>
  )
}
