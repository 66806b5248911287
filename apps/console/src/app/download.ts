/** Where the bytes of a stored file are fetched. */
export function fileAddress(fileId: string): string {
  return `/api/files/${encodeURIComponent(fileId)}`
}

/**
 * Saves a file of the server under the name it gives. Fetched rather than linked, so that a refusal becomes a sentence
 * on the page and not a file of JSON in the download folder.
 */
export async function saveFile(address: string, fallbackName: string): Promise<void> {
  const response = await fetchFile(address)
  const url = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  anchor.click()
  URL.revokeObjectURL(url)
}

/**
 * Shows a file of the server in a tab of its own, where the browser prints it. The tab opens with the click that asked, before the
 * bytes are there: later it would be a pop-up.
 */
export async function openFile(address: string): Promise<void> {
  const tab = open('', '_blank')
  try {
    const url = URL.createObjectURL(await fetchFile(address).then((response) => response.blob()))
    if (tab === null) location.assign(url)
    else tab.location.replace(url)
  } catch (error) {
    tab?.close()
    throw error
  }
}

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address)
  if (response.ok) return response
  const { code, data } = await response.json().catch(() => ({}))
  throw Object.assign(new Error('download refused'), { code, data })
}

function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : undefined
}
