import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ContactTerm, HouseholdPageData } from '../registry-types.ts'
import { AssignContactDialog } from './AssignContactDialog.tsx'
import { EndContactDialog } from './EndContactDialog.tsx'
import '../registry.css'

/** Who looks after the household, who did, and whether anybody does today. */
export function ContactsPanel({ data }: { data: HouseholdPageData }) {
  const t = useT()
  const { household, contacts, contactGap } = data
  const mayAssign = useMay('contact.assign') && household.status === 'active'
  const [open, setOpen] = useState<'assign' | ContactTerm>()
  const close = () => setOpen(undefined)
  return (
    <Panel
      title={t('contacts.panel')}
      note={
        contactGap && (
          <StateMark
            state="behind"
            word={t('contacts.panel.gap', { ground: t(`contacts.gap.${contactGap}`) })}
          />
        )
      }
      actions={
        mayAssign && (
          <Button size="small" onClick={() => setOpen('assign')}>
            {t('contacts.assign')}
          </Button>
        )
      }
    >
      {contacts.length === 0 ? (
        <p className="panel-body quiet">{t('contacts.panel.none')}</p>
      ) : (
        <ContactTable contacts={contacts} onEnd={mayAssign ? setOpen : undefined} />
      )}
      {open === 'assign' && (
        <AssignContactDialog
          households={{ householdIds: [household.id] }}
          count={1}
          place={household.villageCode}
          onClose={close}
        />
      )}
      {open && open !== 'assign' && <EndContactDialog contact={open} onClose={close} />}
    </Panel>
  )
}

interface ContactTableProps {
  contacts: readonly ContactTerm[]
  onEnd: ((contact: ContactTerm) => void) | undefined
}

function ContactTable({ contacts, onEnd }: ContactTableProps) {
  const t = useT()
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('contacts.panel')}</caption>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.id}>
            <th scope="row">
              {contact.name}
              {contact.phoneMasked && <span className="quiet">{contact.phoneMasked}</span>}
            </th>
            <td className="is-short">
              {contact.fromOn} – {contact.toOn ?? t('contacts.to.open')}
            </td>
            <td>
              {t(`contacts.source.${contact.source}`)}
              <span className="quiet">{t(contact.userId ? 'contacts.account.yes' : 'contacts.account.no')}</span>
            </td>
            <td className="is-actions">
              {onEnd && contact.isCurrent && (
                <span className="row-actions">
                  <Button size="small" type="link" onClick={() => onEnd(contact)}>
                    {t('contacts.end')}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
