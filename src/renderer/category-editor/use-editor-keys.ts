import { type RefCallback, useCallback, useEffect, useRef } from 'react'

interface EditorKeys {
  readonly onClose: () => void
  readonly onSubmit: () => void
}

/**
 * Esc closes the editor and Ctrl or Command with Enter finishes it, also from within its text fields. Among the photos Esc
 * first lets go of what is selected, as everywhere. For the element around it all.
 */
export function useEditorKeys(keys: EditorKeys): RefCallback<HTMLElement> {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  return useCallback((element: HTMLElement | null) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const amongPhotos = event.target instanceof Element && event.target.closest('[data-keys="photos"]') !== null
      if (event.key === 'Escape' && !amongPhotos) {
        event.stopPropagation()
        latest.current.onClose()
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        latest.current.onSubmit()
      }
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
}
