/** Hands a file to the person, as a download of the browser. */
export interface MadeFile {
  readonly fileName: string
  readonly mediaType: string
  /** Base64. */
  readonly content: string
}

export const saveFile = ({ fileName, mediaType, content }: MadeFile): void => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

/** Long enough for the browser to have read it. */
const KEPT_MS = 60_000
