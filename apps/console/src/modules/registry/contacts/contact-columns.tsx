import { Checkbox } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { Clipped } from '../persons/person-columns.tsx'
import type { ContactRow } from '../registry-types.ts'
import { ContactGapMark } from './ContactGapMark.tsx'

export interface Choice {
  isChosen: (householdId: string) => boolean
  toggle: (householdId: string) => void
}

/** Columns of the list of contacts; the first chooses rows for those who may assign. */
export function useContactColumns(choice: Choice | undefined): readonly Column<ContactRow>[] {
  const t = useT()
  return [
    {
      key: 'head',
      title: t('field.head'),
      render: ({ householdId, headName }) => (
        <>
          {choice && (
            <Checkbox
              className="row-choice"
              aria-label={t('contacts.choose', { head: headName })}
              checked={choice.isChosen(householdId)}
              onChange={() => choice.toggle(householdId)}
              onClick={(event) => event.stopPropagation()}
            />
          )}
          <UiLink href={paths.household(householdId)}>{headName}</UiLink>
        </>
      ),
    },
    { key: 'place', title: t('field.village'), render: ({ place }) => <Clipped text={place} /> },
    { key: 'group', title: t('field.group'), render: ({ groupName }) => groupName ?? NO_VALUE },
    { key: 'state', title: t('contacts.state'), render: ({ gap }) => <ContactGapMark gap={gap} /> },
    { key: 'name', title: t('contacts.name'), render: ({ contactName }) => contactName ?? NO_VALUE },
    { key: 'from', title: t('contacts.from'), render: ({ fromOn }) => fromOn ?? NO_VALUE },
    {
      key: 'to',
      title: t('contacts.to'),
      render: ({ contactId, toOn }) => toOn ?? (contactId ? t('contacts.to.open') : NO_VALUE),
    },
    {
      key: 'account',
      title: t('contacts.account'),
      render: ({ contactId, userId }) =>
        contactId ? t(userId ? 'contacts.account.yes' : 'contacts.account.no') : NO_VALUE,
    },
  ]
}
