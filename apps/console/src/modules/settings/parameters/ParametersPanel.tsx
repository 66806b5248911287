import { labelOf } from '@anye/codes/code-list'
import { useState } from 'react'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { Parameters, Settings } from '../settings-types.ts'
import { PARAMETER_FIELDS } from './parameter-fields.ts'
import type { ParameterField } from './parameter-fields.ts'
import { ParametersDialog } from './ParametersDialog.tsx'

/** The parameters of the definitions, in words and units. */
export function ParametersPanel({ settings }: { settings: Settings }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const mayEdit = useMay('setting.edit')
  const columns: readonly Column<ParameterField>[] = [
    { key: 'name', title: t('parameter.name'), width: 208, render: ({ key }) => t(`parameter.${key}`) },
    {
      key: 'value',
      title: t('parameter.value'),
      render: (field) => <Value field={field} parameters={settings.parameters} />,
    },
  ]
  return (
    <Panel
      title={t('parameter.panel')}
      note={settings.document}
      actions={
        <ActionButton
          size="small"
          onClick={() => setOpen(true)}
          blockedBecause={mayEdit ? undefined : t('settings.readOnly')}
        >
          {t('settings.edit')}
        </ActionButton>
      }
    >
      <DataTable
        name="parameters"
        caption={t('parameter.panel')}
        columns={columns}
        rows={PARAMETER_FIELDS}
        rowKey={({ key }) => key}
      />
      {isOpen && <ParametersDialog settings={settings} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function Value({ field, parameters }: { field: ParameterField; parameters: Parameters }) {
  const { t, locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  switch (field.kind) {
    case 'number':
      return (
        <>
          {formatInteger(parameters[field.key])}{' '}
          <span className="quiet">{t(`parameter.unit.${field.unit}`)}</span>
        </>
      )
    case 'flag':
      return t(parameters[field.key] ? 'value.yes' : 'value.no')
    case 'code':
      return labelOf(field.list, parameters[field.key], language)
    case 'codes':
      return parameters[field.key].map((code) => labelOf(field.list, code, language)).join(t('list.comma'))
  }
}
