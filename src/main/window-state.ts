import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Bounds = z.infer<typeof boundsSchema>

const windowStateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

export const smallestWindow = { width: 640, height: 480 } as const
const firstWindow = { width: 1280, height: 800 } as const

/** How much of the title bar must be on a screen for a person to get hold of the window, in pixels. */
const graspWidth = 100
const titleBarHeight = 32

/**
 * Where to open the window: where it was, as long as it can be seen and grasped on today's screens; else centred on the
 * first screen. `bounds` and work areas are in the system's virtual coordinates, device-independent pixels.
 */
export function windowBounds(saved: Bounds | undefined, workAreas: readonly Bounds[]): Bounds {
  const [primary] = workAreas
  if (saved !== undefined && workAreas.some((area) => canBeGrasped(saved, area))) {
    return {
      ...saved,
      width: Math.max(smallestWindow.width, saved.width),
      height: Math.max(smallestWindow.height, saved.height),
    }
  }
  if (primary === undefined) return { x: 0, y: 0, ...firstWindow }
  const width = Math.min(firstWindow.width, primary.width)
  const height = Math.min(firstWindow.height, primary.height)
  return {
    x: primary.x + Math.floor((primary.width - width) / 2),
    y: primary.y + Math.floor((primary.height - height) / 2),
    width,
    height,
  }
}

function canBeGrasped(bounds: Bounds, area: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const titleBarTop = bounds.y
  return across >= graspWidth && titleBarTop >= area.y && titleBarTop + titleBarHeight <= area.y + area.height
}

/** What was saved; undefined where there is nothing or nothing sensible. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return windowStateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Saves where the window is. A full disk costs no more than that it opens elsewhere next time. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(state))
  } catch {
    // See above.
  }
}
