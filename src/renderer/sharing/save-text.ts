/** How long the browser may take to begin reading what is saved. */
const keptMs = 60_000

/** Hands text to the browser to be saved as a file: it asks where, or puts it among the downloads. */
export function saveText(text: string, fileName: string, type: 'application/json' | 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
