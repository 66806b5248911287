import { Alert, Button, Form, Modal } from 'antd'
import type { FormInstance } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { newCommandId } from '../api.ts'
import { useLocale } from '../i18n/locale.tsx'
import { toProblem } from '../problem.ts'
import './command.css'

export interface CommandDialogProps<Values extends object, Answer> {
  title: string
  /** What the button does: a verb. */
  submit: string
  /** Values when the form opens. */
  initial?: Partial<Values>
  /** `commandId` is made once per opened form: a repeated click or a lost answer acts once. */
  send: (values: Values, commandId: string) => Promise<Answer>
  onDone?: (answer: Answer) => void
  onClose: () => void
  /** Called with a refusal before it is shown; true when the form deals with it itself. */
  onRefused?: (error: unknown, form: FormInstance<Values>) => boolean
  /** Data to read again when the command is done. */
  touches: readonly (readonly unknown[])[]
  width?: number
  danger?: boolean
  blocked?: boolean
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode)
}

/** Long forms fit a 900 px screen only from near its top. */
const TOP_PX = 40

/** A command in a dialog: the form, the refusal beside the button that caused it, the figures read again. */
export function CommandDialog<Values extends object, Answer>(props: CommandDialogProps<Values, Answer>) {
  const { t, locale } = useLocale()
  const [form] = Form.useForm<Values>()
  const [commandId] = useState(newCommandId)
  const [isHandled, setHandled] = useState(false)
  const queries = useQueryClient()
  const command = useMutation({
    mutationFn: (values: Values) => props.send(values, commandId),
    onSuccess: async (answer) => {
      await Promise.all(props.touches.map((queryKey) => queries.invalidateQueries({ queryKey })))
      props.onDone?.(answer)
      props.onClose()
    },
    onError: (error) => setHandled(props.onRefused?.(error, form) ?? false),
  })
  const problem = command.isError && !isHandled ? toProblem(command.error, locale, t) : undefined
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      footer={null}
      width={props.width ?? 520}
      style={{ top: TOP_PX }}
      mask={{ closable: false }}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => command.mutate(values)}
        scrollToFirstError
      >
        {typeof props.children === 'function' ? props.children(form) : props.children}
        {problem && <Alert type="error" showIcon title={problem.message} className="command-refusal" />}
        <div className="command-foot">
          <Button onClick={props.onClose}>{t('command.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            danger={props.danger ?? false}
            disabled={props.blocked ?? false}
            loading={command.isPending}
          >
            {props.submit}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
