import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { NotFound } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { MyGrids } from '../../organization/handovers/MyGrids.tsx'
import { MyRoles } from './MyRoles.tsx'
import { MySessions } from './MySessions.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'
import { TotpPanel } from './TotpPanel.tsx'

const SECTIONS = ['sessions', 'password', 'totp', 'roles', 'grids'] as const
type Section = (typeof SECTIONS)[number]

/** The own account: devices, password, one-time codes, roles, grids. */
export default function AccountPage() {
  const { section } = useParams()
  const known = SECTIONS.find((each) => each === section)
  return known ? <Account section={known} /> : <NotFound />
}

function Account({ section }: { section: Section }) {
  const t = useT()
  const navigate = useNavigate()
  const { secondFactor } = useSession()
  const mayHandOver = useMay('grid.handover')
  const sessions = useQuery(api.access.listMySessions.queryOptions({ input: {} }))
  return (
    <div className="page">
      <PageHead
        question={t('account.question')}
        answer={
          sessions.isError
            ? null
            : sessions.data &&
              t(secondFactor ? 'account.answer.on' : 'account.answer.off', {
                count: formatInteger(sessions.data.length),
              })
        }
      />
      <Tabs
        activeKey={section}
        onChange={(next) => {
          const known = SECTIONS.find((each) => each === next)
          if (known) void navigate(paths.account(known), { replace: true })
        }}
        destroyOnHidden
        items={[
          { key: 'sessions', label: t('user.sessions'), children: <MySessions sessions={sessions} /> },
          { key: 'password', label: t('user.password'), children: <PasswordPanel /> },
          { key: 'totp', label: t('user.totp'), children: <TotpPanel /> },
          { key: 'roles', label: t('user.roles'), children: <MyRoles /> },
          ...(mayHandOver ? [{ key: 'grids', label: t('user.grids'), children: <MyGrids /> }] : []),
        ]}
      />
    </div>
  )
}
