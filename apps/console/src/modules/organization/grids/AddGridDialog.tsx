import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Grid } from '../organization-types.ts'

interface NewGrid {
  name: string
  groups: string[]
}

interface AddGridDialogProps {
  village: string
  grids: readonly Grid[]
  onClose: () => void
}

/** Lays out a grid over groups of the village that lie in none yet. */
export function AddGridDialog({ village, grids, onClose }: AddGridDialogProps) {
  const t = useT()
  const groups = useQuery(api.organization.listChildren.queryOptions({ input: { code: village } }))
  const taken = new Set(grids.flatMap((grid) => grid.groups))
  const free = groups.data?.filter(({ name }) => !taken.has(name))
  const none = groups.isSuccess && free?.length === 0
  return (
    <CommandDialog<NewGrid, Grid>
      title={t('grid.add')}
      submit={t('grid.add')}
      initial={{ name: t('grid.name.next', { number: grids.length + 1 }) }}
      send={(values, commandId) => client.organization.addGrid({ commandId, village, ...values })}
      onClose={onClose}
      touches={[api.organization.listGrids.key(), api.organization.listGaps.key()]}
      blocked={none}
    >
      <Form.Item
        name="name"
        label={t('grid.name')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('command.required') }]}
      >
        <Input autoFocus maxLength={50} />
      </Form.Item>
      <Form.Item
        name="groups"
        label={t('grid.groups')}
        extra={none ? t('grid.groups.none') : t('grid.groups.hint')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <Select<string[]>
          mode="multiple"
          loading={groups.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={free?.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
    </CommandDialog>
  )
}
