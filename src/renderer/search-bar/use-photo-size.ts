import { useChangeSettings, useSettings } from '../settings/use-settings.ts'
import { useCommands } from '../state/commands.ts'

const usualPx = 200
const smallestPx = 80
const largestPx = 480
const factor = 1.2

/** The commands that make the photos of the gallery larger and smaller; the size is remembered. */
export function usePhotoSize(): void {
  const heightPx = useSettings()?.rowHeightPx ?? usualPx
  const change = useChangeSettings()
  const resize = (wantedPx: number): void =>
    change({ rowHeightPx: Math.round(Math.min(largestPx, Math.max(smallestPx, wantedPx))) })
  useCommands({
    larger: { available: () => heightPx < largestPx, run: () => resize(heightPx * factor) },
    smaller: { available: () => heightPx > smallestPx, run: () => resize(heightPx / factor) },
    'usual-size': { available: () => heightPx !== usualPx, run: () => resize(usualPx) },
  })
}
