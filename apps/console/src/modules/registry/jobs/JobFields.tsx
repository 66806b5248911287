import type { CodeList } from '@anye/codes/code-list'
import { readUscc } from '@anye/codes/uscc'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import type { FormItemProps } from 'antd'
import { today } from '../../../app/clock.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import { PlacePicker } from '../places/PlacePicker.tsx'
import { JOB_FIELDS } from './job-values.ts'
import type { JobValues } from './job-values.ts'

type Field = keyof JobValues
const MOST_YUAN = 50_000

/** The fields of a job; area, track and sector follow from place and industry and are never typed. */
export function JobFields({ placeName }: { placeName?: string | undefined }) {
  const t = useT()
  const item = useJobItem()
  const now = today()
  return (
    <div className="command-columns">
      <Form.Item {...item('employer', true)} className="is-wide">
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item {...item('placeCode', true)} className="is-wide">
        <PlacePicker fallback={placeName} />
      </Form.Item>
      <Form.Item {...item('startOn', true)}>
        <DateField latest={now} />
      </Form.Item>
      <Form.Item {...item('form', true)}>
        <CodeSelect field="form" />
      </Form.Item>
      <Form.Item {...item('wageMonthly')}>
        <InputNumber
          min={0}
          max={MOST_YUAN}
          precision={0}
          suffix={t('unit.yuanMonth')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item {...item('occupation')}>
        <CodeSelect field="occupation" />
      </Form.Item>
      <Form.Item {...item('industry')}>
        <CodeSelect field="industry" />
      </Form.Item>
      <Form.Item {...item('gainType')}>
        <CodeSelect field="gainType" />
      </Form.Item>
      <Form.Item {...item('channel')}>
        <CodeSelect field="channel" />
      </Form.Item>
      <Form.Item {...item('organised')}>
        <YesNo />
      </Form.Item>
      <Form.Item {...item('insured')}>
        <YesNo withUnknown />
      </Form.Item>
      <Form.Item {...item('contract')}>
        <CodeSelect field="contract" />
      </Form.Item>
      <Form.Item {...item('contractFrom')}>
        <DateField allowClear />
      </Form.Item>
      <Form.Item {...item('contractTo')}>
        <DateField allowClear />
      </Form.Item>
      <Form.Item
        {...item('uscc')}
        rules={[
          {
            validator: async (_, text?: string) => {
              if (text && !isCurrentUscc(text)) throw new Error(t('job.uscc.wrong'))
            },
          },
        ]}
      >
        <Input maxLength={18} spellCheck={false} />
      </Form.Item>
      <EndFields />
    </div>
  )
}

/** The form takes today's codes only; older licences come in with rosters. */
function isCurrentUscc(text: string): boolean {
  const reading = readUscc(text)
  return reading.ok && reading.kind === '18'
}

/** The last day with its reason; a job that goes on has neither. */
export function EndFields({ isRequired = false }: { isRequired?: boolean }) {
  const item = useJobItem()
  const end = Form.useWatch<string | null | undefined>('endOn')
  return (
    <>
      <Form.Item {...item('endOn', isRequired)}>
        <DateField latest={today()} allowClear={!isRequired} />
      </Form.Item>
      {(isRequired || end) && (
        <Form.Item {...item('endReason', true)}>
          <CodeSelect field="endReason" />
        </Form.Item>
      )}
    </>
  )
}

/** Name, label and rule of a field of the job form. */
function useJobItem() {
  const t = useT()
  return (name: Field, isRequired = false): Pick<FormItemProps, 'name' | 'label' | 'rules'> => ({
    name,
    label: t(JOB_FIELDS[name].label),
    ...(isRequired ? { rules: [{ required: true, message: t('command.required') }] } : {}),
  })
}

interface CodeSelectProps {
  field: Field
  /** Given by the form. */
  value?: string
  onChange?: (code: string) => void
  id?: string
}

function CodeSelect({ field, ...rest }: CodeSelectProps) {
  const { optionsOf } = useCodeNames()
  const list: CodeList = JOB_FIELDS[field].list ?? []
  return (
    <Select<string>
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={optionsOf(list)}
    />
  )
}

interface YesNoProps {
  withUnknown?: boolean
  value?: boolean | null
  onChange?: (value: boolean | null) => void
}

const ANSWERS = { yes: true, no: false, unknown: null } as const
type Answer = keyof typeof ANSWERS

function YesNo({ withUnknown = false, value, onChange }: YesNoProps) {
  const t = useT()
  const answers: readonly Answer[] = withUnknown ? ['yes', 'no', 'unknown'] : ['yes', 'no']
  const chosen = value ? 'yes' : withUnknown && value !== false ? 'unknown' : 'no'
  return (
    <Radio.Group
      value={chosen}
      onChange={({ target }) =>
        onChange?.(ANSWERS[answers.find((answer) => answer === target.value) ?? 'no'])
      }
      options={answers.map((answer) => ({ value: answer, label: t(`value.${answer}`) }))}
    />
  )
}
