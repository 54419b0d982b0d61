import { useEffect, useEffectEvent, useState } from 'react'
import type { Band } from '../../contract/primitives.ts'
import { isBand } from './bands.ts'

/**
 * Pictures from outside, dropped on the editor or pasted while it is open: examples, or counter-examples where they are
 * dropped on No. Returns the band they are held above.
 */
export function usePictureDrop(
  editor: HTMLElement | null,
  onPictures: (files: readonly File[], verdict: 'yes' | 'no') => void,
): Band | null {
  const [over, setOver] = useState<Band | null>(null)
  const take = useEffectEvent((files: Iterable<File>, band: Band): void => {
    const pictures = [...files].filter((file) => file.type.startsWith('image/'))
    if (pictures.length > 0) onPictures(pictures, band === 'not' ? 'no' : 'yes')
  })
  useEffect(() => {
    if (editor === null) return
    const onOver = (event: DragEvent): void => {
      if (!holdsPictures(event)) return
      // Said to be handled, so that the window does not offer to search by it.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
      setOver(bandUnder(event))
    }
    const onLeave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !editor.contains(event.relatedTarget)) setOver(null)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(null)
      if (!holdsPictures(event)) return
      event.preventDefault()
      take(event.dataTransfer?.files ?? [], bandUnder(event))
    }
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (!files.some((file) => file.type.startsWith('image/'))) return
      event.preventDefault()
      take(files, 'sure')
    }
    editor.addEventListener('dragover', onOver)
    editor.addEventListener('dragleave', onLeave)
    editor.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste, { capture: true })
    return () => {
      editor.removeEventListener('dragover', onOver)
      editor.removeEventListener('dragleave', onLeave)
      editor.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste, { capture: true })
    }
  }, [editor])
  return over
}

/** While dragging, a browser tells only media types. */
function holdsPictures(event: DragEvent): boolean {
  return [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file' && item.type.startsWith('image/'))
}

function bandUnder(event: DragEvent): Band {
  const element = event.target instanceof Element ? event.target.closest('[data-band]') : null
  const band = element?.getAttribute('data-band') ?? ''
  return isBand(band) ? band : 'sure'
}
