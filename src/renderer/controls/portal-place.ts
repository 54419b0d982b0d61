import { createContext, useContext } from 'react'

/** The open dialog, if one is around: it lies in the browser's top layer, so what floats above it must be inside it. */
export const PortalPlace = createContext<HTMLElement | null>(null)

/** Where popovers, menus and tooltips are put: the dialog around them, or the page. */
export function usePortalPlace(): HTMLElement {
  return useContext(PortalPlace) ?? document.body
}
