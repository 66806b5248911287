import { UnreadableWorkFile } from '@anye/pack/outbox/work-file'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { FileDialog } from './FileDialog.tsx'
import { readFile } from './late-work.data.ts'
import type { FileEntry } from './late-work.data.ts'

/** Work that a phone saved to a file because it will not see a network again. */
export function FileButton() {
  const t = useT()
  const { message } = App.useApp()
  const [entries, setEntries] = useState<readonly FileEntry[]>()
  const open = async (file: File) => {
    try {
      setEntries((await readFile(file)).entries)
    } catch (error) {
      void message.error(t(`late.file.${error instanceof UnreadableWorkFile ? error.fault : 'damaged'}`))
    }
  }
  return (
    <>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file)
          return false
        }}
      >
        <Button>{t('late.file')}</Button>
      </Upload>
      {entries && <FileDialog entries={entries} onClose={() => setEntries(undefined)} />}
    </>
  )
}
