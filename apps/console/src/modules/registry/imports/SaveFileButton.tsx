import { Alert, Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { fileAddress, saveFile } from '../../../app/download.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'

interface SaveFileButtonProps {
  label: string
  /** Asked when the button is pressed: the template is made on demand. */
  fileId: () => Promise<string>
  fallbackName: string
  isPrimary?: boolean
}

/** Saves a file of the server; a refusal stands beside the button. */
export function SaveFileButton({ label, fileId, fallbackName, isPrimary = false }: SaveFileButtonProps) {
  const { t, locale } = useLocale()
  const save = useMutation({ mutationFn: async () => saveFile(fileAddress(await fileId()), fallbackName) })
  return (
    <span className="command-button">
      <Button type={isPrimary ? 'primary' : 'default'} loading={save.isPending} onClick={() => save.mutate()}>
        {label}
      </Button>
      {save.isError && <Alert type="error" showIcon title={toProblem(save.error, locale, t).message} />}
    </span>
  )
}
