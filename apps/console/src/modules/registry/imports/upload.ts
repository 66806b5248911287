import type { StoredFileInfo } from '@anye/contract/files'

const ADDRESS = '/api/files'
/** The server's limit, said before 64 MiB travel for nothing. */
export const UPLOAD_LIMIT_BYTES = 64 * 1024 * 1024

interface UploadOptions {
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}

/** An error in the shape that `toProblem` reads. */
function refusal(code: string, data?: unknown): Error {
  return Object.assign(new Error('upload refused'), { code, data })
}

/**
 * Sends a file with progress, which `fetch` cannot tell. Rejects with a refusal of the error table, a
 * TypeError when the
 * server cannot be reached, or an AbortError when the person stopped it.
 */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<StoredFileInfo> {
  return new Promise((resolve, reject) => {
    if (file.size > UPLOAD_LIMIT_BYTES) return reject(refusal('too_large'))
    const request = new XMLHttpRequest()
    request.open('POST', `${ADDRESS}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onerror = () => reject(new TypeError('upload failed'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) return resolve(request.response)
      reject(refusal(String(request.response?.code ?? 'internal'), request.response?.data))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
