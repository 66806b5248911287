import { Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { FirstPassword } from '../access-types.ts'

interface NewUser {
  userName: string
  name: string
  duty?: string
}

/** What the contract takes for a user name; upper case is taken as lower case. */
const USER_NAME = /^[a-z0-9][a-z0-9._-]{2,39}$/i

/** Opens an account. It can do nothing until the security administrator grants a role. */
export function CreateUserDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (made: FirstPassword) => void
}) {
  const t = useT()
  return (
    <CommandDialog<NewUser, FirstPassword>
      title={t('users.create')}
      submit={t('users.create')}
      send={({ userName, name, duty }) =>
        client.access.createUser({ userName, name, duty: duty?.trim() || null })
      }
      onDone={onMade}
      onClose={onClose}
      touches={[api.access.listUsers.key()]}
    >
      <Form.Item
        name="userName"
        label={t('users.userName')}
        extra={t('users.userName.rule')}
        rules={[{ required: true, pattern: USER_NAME, message: t('users.userName.wrong') }]}
      >
        <Input autoFocus autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('users.name')}
        rules={[{ required: true, whitespace: true, message: t('command.required') }]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="duty" label={t('users.duty')} extra={t('users.duty.hint')}>
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
    </CommandDialog>
  )
}
