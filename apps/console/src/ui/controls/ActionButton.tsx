import { Button, Tooltip } from 'antd'
import type { ButtonProps } from 'antd'
import './action-button.css'

type ActionButtonProps = ButtonProps & {
  /** Why it may not be pressed now; undefined when it may. */
  blockedBecause?: string | undefined
}

/** A button that says why it cannot be pressed. It keeps the focus: keyboard and screen reader meet it. */
export function ActionButton({ blockedBecause, ...button }: ActionButtonProps) {
  if (!blockedBecause) return <Button {...button} />
  const { onClick: _, danger: __, htmlType: ___, type, ...rest } = button
  // A primary or dangerous button loses its colour: it would promise what it does not do.
  const plain = type === 'text' || type === 'link' ? { type } : {}
  return (
    <Tooltip title={blockedBecause} trigger={['hover', 'focus']}>
      <Button
        {...rest}
        {...plain}
        aria-disabled="true"
        className="is-blocked"
        aria-description={blockedBecause}
      />
    </Tooltip>
  )
}
