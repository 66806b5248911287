import { ROLES } from '@anye/contract/access'
import type { Role } from '@anye/contract/access'
import { Form, Select } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import type { HeldRole, UserAccount } from '../access-types.ts'
import { grantableRoles } from './grantable-roles.ts'
import { ScopeField } from './ScopeField.tsx'
import './users.css'

interface Grant {
  role: Role
  place?: string
  validTo?: string | null
}

const PREFECTURE = '522300'

/** Grants a role over a place of the level that the role is made for. */
export function GrantRoleDialog({ user, onClose }: { user: UserAccount; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<Grant, HeldRole>
      title={t('role.grant.title', { name: user.name })}
      submit={t('role.grant')}
      send={({ role, place, validTo }, commandId) =>
        client.access.grantRole({
          commandId,
          userId: user.userId,
          role,
          place: placeOf(role, place),
          validTo: validTo ?? null,
        })
      }
      onClose={onClose}
      touches={[api.access.listUsers.key()]}
      width={640}
    >
      {(form) => (
        <>
          <RoleField held={user.roles.map(({ role }) => role)} onChange={() => form.resetFields(['place'])} />
          <Form.Item noStyle dependencies={['role']}>
            {({ getFieldValue }) => <RoleDetail role={getFieldValue('role')} />}
          </Form.Item>
          <Form.Item name="validTo" label={t('role.to')} extra={t('role.to.hint')}>
            <DateField earliest={today()} allowClear />
          </Form.Item>
        </>
      )}
    </CommandDialog>
  )
}

function placeOf(role: Role, place: string | undefined): string | null {
  switch (ROLES[role].scopeLevel) {
    case 'none':
      return null
    case 'prefecture':
      return PREFECTURE
    default:
      return place ?? null
  }
}

function RoleField({ held, onChange }: { held: readonly Role[]; onChange: () => void }) {
  const t = useT()
  const nameOf = useName()
  const all = grantableRoles(held)
  const optionsOf = (administrators: boolean) =>
    all
      .filter(({ isAdministrator }) => isAdministrator === administrators)
      .map(({ role, conflicts }) => ({
        value: role,
        label: conflicts ? t('role.conflict', { role: nameOf(ROLES[role]) }) : nameOf(ROLES[role]),
        disabled: conflicts,
      }))
  return (
    <Form.Item
      name="role"
      label={t('role.name')}
      rules={[{ required: true, message: t('command.required') }]}
    >
      <Select<Role>
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
        options={[
          { label: t('role.group.business'), options: optionsOf(false) },
          { label: t('role.group.administrators'), options: optionsOf(true) },
        ]}
      />
    </Form.Item>
  )
}

/** Where the role works and what it opens, before it is granted. */
function RoleDetail({ role }: { role: Role | undefined }) {
  const t = useT()
  if (!role) return null
  const { scopeLevel, fieldLevel, permissions } = ROLES[role]
  return (
    <>
      <ScopeField level={scopeLevel} />
      <div className="role-may">
        <p>
          {t('role.may', {
            permissions: permissions.map((permission) => t(`permission.${permission}`)).join(t('list.comma')),
          })}
        </p>
        <p className="quiet">{t('role.sees', { level: t(`field.${fieldLevel}`) })}</p>
      </div>
    </>
  )
}
