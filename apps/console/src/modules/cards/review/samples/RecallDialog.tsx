import { CARD_STATUS } from '@anye/codes/card-status'
import type { CardStatus } from '@anye/codes/card-status'
import { App, Form, Input, Radio, Select } from 'antd'
import { CommandDialog } from '../../../../app/command/CommandDialog.tsx'
import { useT } from '../../../../app/i18n/locale.tsx'
import { useCodeNames } from '../../../registry/code-names.ts'
import { recordRecall, TOUCHED_BY_REVIEW } from '../review.data.ts'
import type { MemberRow } from '../review.data.ts'

type Values = { method: 'phone' | 'visit'; found: CardStatus; note?: string }

/** What a second caller found; the check's own word stands in the list, not in the form. */
export function RecallDialog({ sampleId, member, onClose }: { sampleId: string; member: MemberRow; onClose: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const { optionsOf } = useCodeNames()
  return (
    <CommandDialog<Values, { returned: boolean }>
      title={t('sample.recall.title', { name: member.name })}
      submit={t('sample.recall')}
      initial={{ method: 'phone' }}
      send={({ note, ...values }, commandId) => recordRecall({ ...values, commandId, sampleId, personId: member.personId, note: note?.trim() || null })}
      onDone={({ returned }) => void message.success(t(returned ? 'sample.recorded.returned' : 'sample.recorded'))}
      onClose={onClose}
      touches={TOUCHED_BY_REVIEW}
    >
      <p className="command-lead">{t('sample.recall.lead')}{member.phone && ` ${member.phone}`}</p>
      <Form.Item name="method" label={t('sample.method')}>
        <Radio.Group options={(['phone', 'visit'] as const).map((value) => ({ value, label: t(`sample.method.${value}`) }))} />
      </Form.Item>
      <Form.Item name="found" label={t('sample.found')} rules={[{ required: true, message: t('sample.found') }]}>
        <Select options={optionsOf(CARD_STATUS)} />
      </Form.Item>
      <Form.Item name="note" label={t('sample.remark')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </CommandDialog>
  )
}
