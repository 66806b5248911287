import { ROLE_CODES, ROLES } from '@anye/contract/access'
import type { Role } from '@anye/contract/access'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import type { FirstPassword } from '../access-types.ts'
import { CreateUserDialog } from './CreateUserDialog.tsx'
import { FirstPasswordDialog } from './FirstPasswordDialog.tsx'
import { useUserColumns } from './user-columns.tsx'

const STATES = ['active', 'disabled'] as const
type State = (typeof STATES)[number]

function isRole(role: string | undefined): role is Role {
  return role !== undefined && Object.hasOwn(ROLES, role)
}

function isState(state: string | undefined): state is State {
  return STATES.some((each) => each === state)
}

/** Everybody who can log in, with what they may do and where. */
export default function UsersPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const [role, state] = [list.filter('role'), list.filter('state')]
  const users = useQuery({
    ...api.access.listUsers.queryOptions({
      input: {
        text: list.filter('text'),
        role: isRole(role) ? role : undefined,
        state: isState(state) ? state : undefined,
        cursor: list.cursor,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Boolean(list.filter('text') ?? role ?? state)
  const columns = useUserColumns()
  return (
    <div className="page">
      <PageHead
        question={t('users.question')}
        answer={
          users.isError
            ? null
            : users.data &&
              t(isFiltered ? 'users.answer.filtered' : 'users.answer', {
                count: formatInteger(users.data.total),
              })
        }
        note={<UiLink href={paths.roles()}>{t('users.matrix')}</UiLink>}
        actions={<CreateUser />}
      />
      {users.isError ? (
        <ProblemState error={users.error} onRetry={() => void users.refetch()} />
      ) : (
        <DataTable
          name="users"
          caption={t('users.question')}
          columns={columns}
          rows={users.data?.rows}
          rowKey={({ userId }) => userId}
          onOpen={({ userName }) => void navigate(paths.user(userName))}
          paging={list.pagingOf(users.data)}
          filters={<UserFilters list={list} />}
          empty={<EmptyState advice={t('users.empty.advice')} onClear={list.clear} />}
        />
      )}
      <p className="page-note">{t('users.separation')}</p>
    </div>
  )
}

function UserFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const nameOf = useName()
  return (
    <>
      <Input.Search
        key={list.filter('text')}
        className="user-search"
        defaultValue={list.filter('text') ?? ''}
        placeholder={t('users.search')}
        aria-label={t('users.search')}
        allowClear
        onSearch={(text) => list.setFilter('text', text.trim())}
      />
      <Select<string>
        className="user-role-filter"
        aria-label={t('users.roles')}
        placeholder={t('users.roles.any')}
        value={list.filter('role')}
        allowClear
        popupMatchSelectWidth={false}
        onChange={(role) => list.setFilter('role', role)}
        options={ROLE_CODES.map((code) => ({ value: code, label: nameOf(ROLES[code]) }))}
      />
      <Select<string>
        className="user-state-filter"
        aria-label={t('users.state')}
        placeholder={t('users.state.any')}
        value={list.filter('state')}
        allowClear
        onChange={(state) => list.setFilter('state', state)}
        options={STATES.map((value) => ({ value, label: t(`users.state.${value}`) }))}
      />
    </>
  )
}

/** Opening an account is the system administrator's; the others read whose it is. */
function CreateUser() {
  const t = useT()
  const mayCreate = useMay('user.create')
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<FirstPassword>()
  return (
    <>
      <ActionButton
        type="primary"
        onClick={() => setOpen(true)}
        blockedBecause={mayCreate ? undefined : t('users.only.system')}
      >
        {t('users.create')}
      </ActionButton>
      {isOpen && <CreateUserDialog onClose={() => setOpen(false)} onMade={setMade} />}
      {made && (
        <FirstPasswordDialog made={made} onClose={() => setMade(undefined)}>
          <NextStep userName={made.userName} />
        </FirstPasswordDialog>
      )}
    </>
  )
}

function NextStep({ userName }: { userName: string }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <p>
      {t('users.created.next')}{' '}
      <Button type="link" size="small" onClick={() => void navigate(paths.user(userName))}>
        {t('users.open')}
      </Button>
    </p>
  )
}
