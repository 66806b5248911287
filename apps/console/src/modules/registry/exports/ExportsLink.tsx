import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { UiLink } from '../../../ui/link.tsx'

/** The way to one's exports, and to those that wait for one's approval. */
export function ExportsLink() {
  const t = useT()
  const mayAsk = useMay('person.export')
  const mayDecide = useMay('export.approve')
  if (!mayAsk && !mayDecide) return null
  return (
    <UiLink href={paths.exports()} className="head-link">
      {t(mayDecide ? 'exports.link.decide' : 'exports.link')}
    </UiLink>
  )
}
