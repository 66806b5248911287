import { ADMINISTRATORS, PERMISSIONS, ROLE_CODES, ROLES } from '@anye/contract/access'
import type { Permission, Role } from '@anye/contract/access'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { useSession } from '../../../app/session.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { permissionGroups } from './permission-groups.ts'
import './role-matrix.css'

const may = (role: Role, permission: Permission) =>
  ROLES[role].permissions.some((each) => each === permission)

/** Who may do what, made from the very table that the server obeys. */
export default function RoleMatrixPage() {
  const t = useT()
  return (
    <div className="page">
      <PageHead
        question={t('matrix.question')}
        answer={t('matrix.answer', { roles: ROLE_CODES.length, permissions: PERMISSIONS.length })}
        note={t('matrix.note')}
        actions={<PrintButton />}
      />
      <div className="role-matrix-scroll">
        <Matrix />
      </div>
      <p className="page-note">{t('users.separation')}</p>
    </div>
  )
}

function Matrix() {
  const t = useT()
  const nameOf = useName()
  const own = new Set(useSession().roles)
  const classOf = (role: Role) =>
    [own.has(role) ? 'is-own' : '', role === ADMINISTRATORS[0] ? 'is-divided' : ''].join(' ').trim() ||
    undefined
  return (
    <table className="role-matrix">
      <caption className="visually-hidden">{t('matrix.question')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matrix.permission')}</th>
          {ROLE_CODES.map((role) => (
            <th key={role} scope="col" className={classOf(role)}>
              <span>{nameOf(ROLES[role])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row
          name={t('matrix.scope')}
          cell={(role) => t(`matrix.scope.${ROLES[role].scopeLevel}`)}
          classOf={classOf}
        />
        <Row name={t('matrix.fieldLevel')} cell={(role) => ROLES[role].fieldLevel} classOf={classOf} />
        {permissionGroups().map(({ work, permissions }) => (
          <Fragment key={work}>
            <tr className="role-matrix-group">
              <th scope="rowgroup">{t(`matrix.work.${work}`)}</th>
              {ROLE_CODES.map((role) => (
                <td key={role} className={classOf(role)} />
              ))}
            </tr>
            {permissions.map((permission) => (
              <Row
                key={permission}
                name={t(`permission.${permission}`)}
                cell={(role) => may(role, permission) && <Dot label={t('matrix.may')} />}
                classOf={classOf}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  name: string
  cell: (role: Role) => ReactNode
  classOf: (role: Role) => string | undefined
}

function Row({ name, cell, classOf }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {ROLE_CODES.map((role) => (
        <td key={role} className={classOf(role)}>
          {cell(role)}
        </td>
      ))}
    </tr>
  )
}

function Dot({ label }: { label: string }) {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" role="img" aria-label={label}>
      <circle cx="4" cy="4" r="4" fill="var(--accent)" />
    </svg>
  )
}
