import { END_REASON } from '@anye/codes/end-reason'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { today } from '../../../app/clock.ts'
import { newCommandId } from '../../../app/api.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import { PlacePicker } from '../../registry/places/PlacePicker.tsx'
import { formsOf } from './entry.rules.ts'
import type { Entry } from './entry.rules.ts'
import type { Line } from './keyed.data.ts'

interface Values {
  employer?: string
  placeCode?: string
  startOn?: string
  form?: string
  wageMonthly?: number | null
  endOn?: string
  endReason?: string
}

interface JobFormsProps {
  line: Line
  entry: Entry
  onDone: (given: Pick<Entry, 'begin' | 'end'>) => void
  onClose: () => void
}

const MOST_YUAN = 50_000

/** What the card says of a job that began or ended: asked only when the status calls for it. */
export function JobForms({ line, entry, onDone, onClose }: JobFormsProps) {
  const t = useT()
  const needed = formsOf(entry, line)
  const finish = ({ employer = '', placeCode = '', startOn = '', form = '', wageMonthly = null, endOn = '', endReason = '' }: Values) => onDone({
    begin: needed.begin
      ? { episodeId: entry.begin?.episodeId ?? newCommandId(), employer: employer.trim(), placeCode, startOn, form, wageMonthly }
      : null,
    end: needed.end ? { endOn, endReason } : null,
  })
  return (
    <Modal open title={t('keyed.job.title', { name: line.name })} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ form: '1', ...entry.begin, ...entry.end }}
        onFinish={finish}
      >
        {needed.end && <EndFields line={line} />}
        {needed.begin && <BeginFields hasFocus={!needed.end} />}
        <div className="command-foot">
          <Button onClick={onClose}>{t('command.cancel')}</Button>
          <Button type="primary" htmlType="submit">{t('keyed.job.submit')}</Button>
        </div>
      </Form>
    </Modal>
  )
}

function EndFields({ line }: { line: Line }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const required = [{ required: true, message: t('command.required') }]
  return (
    <>
      <p className="command-lead">{t('keyed.job.ended', { employer: line.employer ?? '' })}</p>
      <div className="command-columns">
        <Form.Item name="endOn" label={t('field.endOn')} rules={required}>
          <DateField latest={today()} />
        </Form.Item>
        <Form.Item name="endReason" label={t('field.endReason')} rules={required}>
          <Select<string> showSearch={{ optionFilterProp: 'label' }} options={optionsOf(END_REASON)} />
        </Form.Item>
      </div>
    </>
  )
}

function BeginFields({ hasFocus }: { hasFocus: boolean }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const required = [{ required: true, message: t('command.required') }]
  return (
    <>
      <p className="command-lead">{t('keyed.job.began')}</p>
      <div className="command-columns">
        <Form.Item name="employer" label={t('field.employer')} rules={required} className="is-wide">
          <Input maxLength={100} autoFocus={hasFocus} />
        </Form.Item>
        <Form.Item name="placeCode" label={t('field.place')} rules={required} className="is-wide">
          <PlacePicker />
        </Form.Item>
        <Form.Item name="startOn" label={t('field.startOn')} rules={required}>
          <DateField latest={today()} />
        </Form.Item>
        <Form.Item name="form" label={t('field.form')} rules={required}>
          <Select<string> showSearch={{ optionFilterProp: 'label' }} options={optionsOf(EPISODE_FORM)} />
        </Form.Item>
        <Form.Item name="wageMonthly" label={t('field.wage')}>
          <InputNumber min={0} max={MOST_YUAN} precision={0} suffix={t('unit.yuanMonth')} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  )
}
