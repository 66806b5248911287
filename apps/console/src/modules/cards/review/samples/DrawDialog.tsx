import { Form, Input, InputNumber, Select } from 'antd'
import { today } from '../../../../app/clock.ts'
import { CommandDialog } from '../../../../app/command/CommandDialog.tsx'
import { useT } from '../../../../app/i18n/locale.tsx'
import { useSession } from '../../../../app/session.tsx'
import { PlaceFilter } from '../../../registry/places/PlaceFilter.tsx'
import { drawSample, TOUCHED_BY_REVIEW, useProgress } from '../review.data.ts'
import type { SampleRow } from '../review.data.ts'

type Values = { month?: string; place: string; size: number; seed: string; of: SampleRow['of'] }
const SIZE = 50
const SIZE_MOST = 2000

/** Draws a sample: month, place, size and seed; the seed is the day unless the inspection gives one. */
export function DrawDialog({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const t = useT()
  const { scope } = useSession()
  const progress = useProgress({ month: undefined, place: undefined })
  const months = progress.data?.months ?? []
  const current = progress.data?.month
  return (
    <CommandDialog<Values, SampleRow>
      title={t('samples.draw.title')}
      submit={t('samples.draw')}
      initial={{ ...(scope ? { place: scope.code } : {}), size: SIZE, seed: today().replaceAll('-', ''), of: 'all' }}
      send={({ month, ...values }, commandId) => drawSample({ ...values, commandId, month: month ?? current ?? '' })}
      onDone={({ id }) => onDone(id)}
      onClose={onClose}
      touches={TOUCHED_BY_REVIEW}
      blocked={current === undefined}
    >
      <p className="command-lead">{t('samples.draw.lead')}</p>
      <Form.Item name="month" label={t('samples.month')}>
        <Select<string> placeholder={current} options={months.map((month) => ({ value: month, label: month }))} />
      </Form.Item>
      <Form.Item<Values> name="place" label={t('samples.place')} rules={[{ required: true }]}>
        <PlaceField />
      </Form.Item>
      <Form.Item name="size" label={t('samples.size')} rules={[{ required: true }]}>
        <InputNumber min={1} max={SIZE_MOST} precision={0} />
      </Form.Item>
      <Form.Item name="seed" label={t('samples.seed')} rules={[{ required: true, whitespace: true, max: 40 }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="of" label={t('samples.of')}>
        <Select<SampleRow['of']> options={(['all', 'unchanged'] as const).map((value) => ({ value, label: t(`samples.of.${value}`) }))} />
      </Form.Item>
    </CommandDialog>
  )
}

/** The filter of places as a field of the form. */
function PlaceField({ value, onChange }: { value?: string; onChange?: (code: string | undefined) => void }) {
  return <PlaceFilter value={value} onChange={(code) => onChange?.(code)} />
}
