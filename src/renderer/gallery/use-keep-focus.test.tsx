import { render, screen } from '@testing-library/react'
import { type ReactNode, useRef } from 'react'
import { expect, test } from 'vitest'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { useSelection } from '../state/selection-store.ts'
import { useKeepFocus } from './use-keep-focus.ts'

function columnsOf(ids: readonly number[]): PhotoColumns {
  const none = new Uint8Array(ids.length)
  return {
    total: ids.length,
    ids: Uint32Array.from(ids),
    aspects: new Uint16Array(ids.length).fill(1000),
    colours: new Uint8Array(3 * ids.length),
    days: new Int32Array(ids.length),
    flags: none,
    order: 'newest',
    exactCount: undefined,
    cutIndex: undefined,
    notice: undefined,
  }
}

/** A grid of one photo a row, so that a photo that moves is another element. */
function Rows({ columns }: { readonly columns: PhotoColumns }): ReactNode {
  const content = useRef<HTMLDivElement>(null)
  const focusTile = (photoId: number): void =>
    content.current?.querySelector<HTMLElement>(`[data-photo="${photoId}"]`)?.focus()
  const moveTo = (photo: number): void => {
    useSelection.getState().focus(columns.ids[photo]!)
    focusTile(columns.ids[photo]!)
  }
  useKeepFocus(columns, 'all', content, { moveTo, focusTile })
  return (
    <div ref={content}>
      {[...columns.ids].map((photoId, row) => (
        <div key={row}>
          <button key={photoId} type="button" data-photo={photoId}>
            {photoId}
          </button>
        </div>
      ))}
    </div>
  )
}

test('a photo that moves to another row keeps the keyboard, and one that leaves hands it on', () => {
  const { rerender } = render(<Rows columns={columnsOf([7, 8, 9])} />)
  screen.getByText('8').focus()
  useSelection.getState().focus(8)

  rerender(<Rows columns={columnsOf([8, 7, 9])} />)
  expect(document.activeElement).toBe(screen.getByText('8'))

  rerender(<Rows columns={columnsOf([7, 9])} />)
  expect(document.activeElement).toBe(screen.getByText('7'))
  expect(useSelection.getState().focusedId).toBe(7)
})
