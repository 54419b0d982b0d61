import { useEffect } from 'react'
import { useSelection } from '../state/selection-store.ts'

/** What is chosen in the gallery is out of sight in the editor, and the other way round: neither must be answered about in the other. */
export function useFreshSelection(): void {
  useEffect(() => {
    letGo()
    return letGo
  }, [])
}

function letGo(): void {
  const { clear, focus } = useSelection.getState()
  clear()
  focus(null)
}
