/** Where the bytes of a stored file are fetched. */
export function fileAddress(fileId: string): string {
  return `/api/files/${encodeURIComponent(fileId)}`
}

/**
 * Saves a file of the server under the name it gives. Fetched rather than linked, so that a refusal becomes a sentence
 * on the page and not a file of JSON in the download folder.
 */
export async function saveFile(address: string, fallbackName: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) {
    const { code, data } = await response.json().catch(() => ({}))
    throw Object.assign(new Error('download refused'), { code, data })
  }
  const url = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  anchor.click()
  URL.revokeObjectURL(url)
}

function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : undefined
}
