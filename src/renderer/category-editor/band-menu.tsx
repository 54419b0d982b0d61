import { Check, CheckCheck, CircleQuestionMark, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ContextMenuItem, ContextMenuLine } from '../controls/context-menu.tsx'
import { commandAvailable, runCommand } from '../state/commands.ts'
import { useSelection } from '../state/selection-store.ts'
import type { BandsLayout } from './band-layout.ts'
import { unansweredAbove } from './unanswered-above.ts'

const number = new Intl.NumberFormat('en')

/** What can be said about the photo under the pointer, or all that are selected with it. */
export function BandMenu({ layout }: { readonly layout: BandsLayout }): ReactNode {
  const selectedCount = useSelection((state) => state.selected.size)
  const focusedId = useSelection((state) => state.focusedId)
  const above = unansweredAbove(layout, focusedId).length
  const all = selectedCount > 1 ? ` to all ${number.format(selectedCount)}` : ''
  return (
    <>
      <ContextMenuItem icon={<Check />} keys="Y" onSelect={() => runCommand('say-yes')}>
        Yes{all}
      </ContextMenuItem>
      <ContextMenuItem icon={<X />} keys="N" onSelect={() => runCommand('say-no')}>
        No{all}
      </ContextMenuItem>
      <ContextMenuItem icon={<Undo2 />} keys="U" onSelect={() => runCommand('say-undecided')}>
        Take the answer back
      </ContextMenuItem>
      <ContextMenuItem
        icon={<CircleQuestionMark />}
        keys="W"
        disabled={!commandAvailable('why')}
        onSelect={() => runCommand('why')}
      >
        Why is it here?
      </ContextMenuItem>
      <ContextMenuLine />
      <ContextMenuItem
        icon={<CheckCheck />}
        keys="Shift+Y"
        disabled={above === 0}
        onSelect={() => runCommand('say-yes-above')}
      >
        {above === 1 ? 'Yes to the one above here' : `Yes to all ${number.format(above)} above here`}
      </ContextMenuItem>
    </>
  )
}
