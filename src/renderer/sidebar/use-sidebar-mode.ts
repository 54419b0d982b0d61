import { useSyncExternalStore } from 'react'

/** `full`: beside the photos. `rail`: icons only. `sheet`: hidden until asked for. */
export type SidebarMode = 'full' | 'rail' | 'sheet'

const wide = window.matchMedia('(min-width: 1100px)')
const middling = window.matchMedia('(min-width: 700px)')

function currentMode(): SidebarMode {
  if (wide.matches) return 'full'
  return middling.matches ? 'rail' : 'sheet'
}

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  middling.addEventListener('change', listener)
  return () => {
    wide.removeEventListener('change', listener)
    middling.removeEventListener('change', listener)
  }
}

/** How much room the window leaves the sidebar. */
export function useSidebarMode(): SidebarMode {
  return useSyncExternalStore(subscribe, currentMode)
}
