import { type KeyboardEvent, useState } from 'react'

interface RovingTiles {
  /** The one tile that Tab leads to. */
  readonly tabStop: number
  readonly setTabStop: (index: number) => void
  /** For `onKeyDown` of every tile: arrows, Home and End go to another one. Whether the key was one of them. */
  readonly walk: (event: KeyboardEvent<HTMLElement>) => boolean
}

/** Lets the arrow keys walk among tiles that stand in rows and are children of one element. */
export function useRovingTiles(): RovingTiles {
  const [tabStop, setTabStop] = useState(0)
  return {
    tabStop,
    setTabStop,
    walk: (event) => {
      const tiles = [...(event.currentTarget.parentElement?.children ?? [])]
      const boxes = tiles.map((tile) => tile.getBoundingClientRect())
      const from = tiles.indexOf(event.currentTarget)
      const to = nextTile(event.key, from, boxes)
      if (to === null) return false
      event.preventDefault()
      const tile = tiles[to]
      setTabStop(to)
      if (tile instanceof HTMLElement) tile.focus()
      return true
    },
  }
}

type Place = Pick<DOMRect, 'left' | 'top'>

/** The tile a key leads to from another: the same one at the ends; null for a key that leads nowhere. */
export function nextTile(key: string, from: number, places: readonly Place[]): number | null {
  const last = places.length - 1
  const here = places[from]
  if (here === undefined) return null
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowUp':
    case 'ArrowDown': {
      const down = key === 'ArrowDown'
      const others = places.map((place, index) => ({ ...away(place, here), index }))
      const beyond = others.filter(({ rows }) => (down ? rows > 0 : rows < 0))
      const nearest = beyond.toSorted((a, b) => Math.abs(a.rows) - Math.abs(b.rows) || a.columns - b.columns)[0]
      return nearest?.index ?? from
    }
    default:
      return null
  }
}

function away(place: Place, here: Place): { readonly rows: number; readonly columns: number } {
  return { rows: Math.round(place.top - here.top), columns: Math.abs(place.left - here.left) }
}
