import { useQueryClient } from '@tanstack/react-query'
import { Check, ChevronDown, Pencil, Save, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { SavedRules } from '../../contract/sorting.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Menu, MenuItem, MenuLine } from '../controls/menu.tsx'
import { useNotice } from '../state/notice-store.ts'
import { NameRules } from './name-rules.tsx'
import styles from './saved-rules-menu.module.css'
import { rulesOf, type SortDraft } from './sort-draft.ts'
import { isAsSaved, useSorting } from './sort-store.ts'

/** Rules that were saved under a name: choose some, save these, rename or remove them. */
export function SavedRulesMenu({ draft }: { readonly draft: SortDraft }): ReactNode {
  const saved = useLibrary('sorting.rules', {}).data?.rules ?? []
  const { takeSaved, change } = useSorting()
  const queries = useQueryClient()
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  // The name's field is gone when it was given: the keyboard goes on at the menu it came from.
  const [named, setNamed] = useState(false)
  const stopNaming = (): void => {
    setNaming(null)
    setNamed(true)
  }
  const current = saved.find(({ rulesId }) => rulesId === draft.savedAs?.rulesId)
  const changed = current !== undefined && !isAsSaved(draft, current)
  const read = (): void => void queries.invalidateQueries({ queryKey: ['sorting.rules'] })

  const save = async (name: string, rulesId?: number): Promise<void> => {
    if (naming !== null) stopNaming()
    const answer = await attempt(
      library['sorting.saveRules']({
        ...(rulesId !== undefined && { rulesId }),
        name,
        rules: rulesOf(draft),
        action: draft.action,
        targetPath: draft.targetPath,
      }),
    )
    if (answer === undefined) return
    change({ savedAs: { rulesId: answer.rules.rulesId, name: answer.rules.name }, areFirst: false })
    read()
    useNotice.getState().say(`Saved these rules as ${answer.rules.name}`)
  }
  const rename = async (rules: SavedRules, name: string): Promise<void> => {
    stopNaming()
    const { rulesId, action, targetPath } = rules
    const answer = await attempt(
      library['sorting.saveRules']({ rulesId, name, rules: rules.rules, action, targetPath }),
    )
    if (answer === undefined) return
    change({ savedAs: { rulesId, name: answer.rules.name } })
    read()
  }
  const remove = async ({ rulesId, name }: SavedRules): Promise<void> => {
    const answer = await attempt(library['sorting.removeRules']({ rulesId }))
    if (answer === undefined) return
    // They stay on the page, so that saving them again brings them back.
    change({ savedAs: null })
    read()
    useNotice.getState().say(`Removed ${name}. Its rules are still here; save them to keep them.`)
  }

  if (naming !== null) {
    return (
      <NameRules
        name={naming === 'rename' ? (current?.name ?? '') : ''}
        takenNames={saved.map(({ name }) => name)}
        onNamed={(name) => void (naming === 'rename' && current !== undefined ? rename(current, name) : save(name))}
        onClose={stopNaming}
      />
    )
  }
  return (
    <div className={styles.line}>
      <Menu
        align="start"
        trigger={
          <Button className={styles.menu ?? ''} ref={named ? focus : null}>
            <span className="visually-hidden">Saved rules: </span>
            <span className={styles.name}>{current?.name ?? 'New rules'}</span>
            {changed && <span className={styles.changed}>changed</span>}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {saved.map((rules) => (
          <MenuItem
            key={rules.rulesId}
            icon={rules === current ? <Check /> : undefined}
            onSelect={() => takeSaved(rules)}
          >
            {rules.name}
          </MenuItem>
        ))}
        {saved.length > 0 && <MenuLine />}
        {current !== undefined && changed && (
          <MenuItem icon={<Save />} onSelect={() => void save(current.name, current.rulesId)}>
            Save {current.name}
          </MenuItem>
        )}
        <MenuItem icon={<Save />} onSelect={() => setNaming('save')}>
          Save as…
        </MenuItem>
        {current !== undefined && (
          <>
            <MenuItem icon={<Pencil />} onSelect={() => setNaming('rename')}>
              Rename {current.name}…
            </MenuItem>
            <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => void remove(current)}>
              Remove {current.name}
            </MenuItem>
          </>
        )}
      </Menu>
    </div>
  )
}

/** Once, when the button appears: the same function each time, so that React does not call it again. */
function focus(button: HTMLElement | null): void {
  button?.focus()
}
