import { type RefCallback, useCallback, useEffect, useRef } from 'react'

interface EditorKeys {
  readonly onClose: () => void
  readonly onSubmit: () => void
}

/** Esc closes the editor and Ctrl or Command with Enter finishes it, also from within its text fields. For the element around it. */
export function useEditorKeys(keys: EditorKeys): RefCallback<HTMLElement> {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  return useCallback((element: HTMLElement | null) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
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
