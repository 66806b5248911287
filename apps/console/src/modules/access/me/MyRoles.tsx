import { ROLES } from '@anye/contract/access'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { HeldRole } from '../access-types.ts'

/** What I may do and where: the first question when a page is missing. */
export function MyRoles() {
  const t = useT()
  const nameOf = useName()
  const me = useQuery(api.access.getMe.queryOptions({ input: {} }))
  const columns: readonly Column<HeldRole>[] = [
    { key: 'role', title: t('role.name'), render: ({ role }) => nameOf(ROLES[role]) },
    { key: 'place', title: t('role.place'), render: ({ place }) => place || t('role.place.none') },
    { key: 'level', title: t('role.fieldLevel'), render: ({ role }) => t(`field.${ROLES[role].fieldLevel}`) },
    { key: 'from', title: t('role.from'), render: ({ validFrom }) => validFrom },
    { key: 'to', title: t('role.to'), render: ({ validTo }) => validTo ?? t('role.to.open') },
  ]
  if (me.isError) return <ProblemState error={me.error} onRetry={() => void me.refetch()} />
  return (
    <DataTable
      name="my-roles"
      caption={t('user.roles')}
      columns={columns}
      rows={me.data?.roles}
      rowKey={({ grantId }) => grantId}
      actions={<UiLink href={paths.roles()}>{t('users.matrix')}</UiLink>}
    />
  )
}
