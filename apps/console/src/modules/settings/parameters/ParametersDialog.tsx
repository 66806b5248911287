import { Form, InputNumber, Select, Switch } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { today } from '../../../app/clock.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import type { Parameters, Settings } from '../settings-types.ts'
import { EffectiveFields } from './EffectiveFields.tsx'
import type { Effective } from './EffectiveFields.tsx'
import { PARAMETER_FIELDS } from './parameter-fields.ts'
import type { ParameterField } from './parameter-fields.ts'

/** Changes the parameters from a day on; the figures of closed days keep the ones they were made with. */
export function ParametersDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useLocale()
  return (
    <CommandDialog<Parameters & Effective, unknown>
      title={t('parameter.edit')}
      submit={t('settings.save')}
      initial={{ ...settings.parameters, validFrom: today() }}
      send={({ validFrom, document, ...parameters }, commandId) =>
        client.indicators.parameters.set({ commandId, validFrom, document, parameters })
      }
      onClose={onClose}
      touches={[api.indicators.key()]}
      width={720}
    >
      <p className="command-lead">{t('parameter.edit.lead')}</p>
      <div className="command-columns">
        {PARAMETER_FIELDS.map((field) => (
          <Form.Item
            key={field.key}
            name={field.key}
            label={t(`parameter.${field.key}`)}
            className={field.kind === 'codes' ? 'is-wide' : undefined}
            rules={[{ required: true, message: t('command.required') }]}
          >
            <ParameterInput field={field} />
          </Form.Item>
        ))}
      </div>
      <EffectiveFields />
    </CommandDialog>
  )
}

interface ParameterInputProps {
  field: ParameterField
  /** Given by the form. */
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
}

function ParameterInput({ field, ...given }: ParameterInputProps) {
  const { t, locale } = useLocale()
  if (field.kind === 'number') {
    return (
      <InputNumber
        {...numberProps(given)}
        min={field.least}
        max={field.most}
        precision={0}
        suffix={t(`parameter.unit.${field.unit}`)}
        className="parameter-number"
      />
    )
  }
  if (field.kind === 'flag') {
    return <Switch {...flagProps(given)} checkedChildren={t('value.yes')} unCheckedChildren={t('value.no')} />
  }
  const options = field.list.map(({ code, zh, en }) => ({ value: code, label: locale === 'en' ? en : zh }))
  return (
    <Select {...given} {...(field.kind === 'codes' ? { mode: 'multiple' as const } : {})} options={options} />
  )
}

function flagProps({ value, ...rest }: Omit<ParameterInputProps, 'field'>) {
  return { ...rest, checked: value === true }
}

function numberProps({ value, ...rest }: Omit<ParameterInputProps, 'field'>) {
  return { ...rest, value: typeof value === 'number' ? value : null }
}
