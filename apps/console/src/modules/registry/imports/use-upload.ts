import { useCallback, useEffect, useRef, useState } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { startImport } from './imports.data.ts'
import { uploadFile } from './upload.ts'

export type UploadState =
  | { kind: 'idle' }
  | { kind: 'sending'; file: File; sent: number }
  | { kind: 'starting'; file: File }
  | { kind: 'refused'; file: File; error: unknown }

/**
 * Sends a file and starts its import; `onStarted` gets the import's id. Leaving the page stops what is being
 * sent.
 */
export function useUpload(onStarted: (importId: string) => void) {
  const [state, setState] = useState<UploadState>({ kind: 'idle' })
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])

  const send = useCallback(
    async (file: File, on: string | undefined) => {
      const controller = new AbortController()
      stopper.current = controller
      setState({ kind: 'sending', file, sent: 0 })
      try {
        const onProgress = (sent: number) => setState({ kind: 'sending', file, sent })
        const stored = await uploadFile(file, { onProgress, signal: controller.signal })
        setState({ kind: 'starting', file })
        const started = await startImport({
          commandId: newCommandId(),
          fileId: stored.id,
          ...(on ? { on } : {}),
        })
        onStarted(started.id)
      } catch (error) {
        const isStopped = error instanceof DOMException && error.name === 'AbortError'
        setState(isStopped ? { kind: 'idle' } : { kind: 'refused', file, error })
      }
    },
    [onStarted],
  )
  const stop = useCallback(() => stopper.current?.abort(), [])
  return { state, send, stop }
}
