import { ChevronRight, Folder } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { ColourDot } from '../controls/colour-dot.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { useActiveOption } from '../controls/use-active-option.ts'
import { commandAvailable, runCommand } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import styles from './command-palette.module.css'
import { matchEntries, type PaletteEntry, paletteEntries } from './palette-entries.ts'

const nothing: readonly never[] = []

/** Everything that can be done and everywhere that can be gone to, by typing a few letters of it. */
export function CommandPalette(): ReactNode {
  const show = useView((view) => view.show)
  const close = (): void => show('none')
  return (
    <Dialog label="All commands" place="top" onClose={close}>
      <Palette onClose={close} />
    </Dialog>
  )
}

function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const go = useView((view) => view.go)
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  const [typed, setTyped] = useState('')
  const listId = useId()
  const entries = useMemo(
    () => paletteEntries(categories, folders, ({ id }) => commandAvailable(id)),
    [categories, folders],
  )
  const matching = useMemo(() => matchEntries(entries, typed), [entries, typed])
  const { activeIndex, setActiveIndex, walk, optionId } = useActiveOption(listId, matching.length, 0)
  const active = matching[activeIndex]

  const choose = (entry: PaletteEntry): void => {
    onClose()
    if ('command' in entry) runCommand(entry.command.id)
    else go(entry.place)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return
    if (walk(event)) return
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (active !== undefined) choose(active)
  }

  return (
    <>
      <input
        className={styles.field}
        role="combobox"
        aria-label="Command, category or folder"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        {...(active !== undefined && { 'aria-activedescendant': optionId(activeIndex) })}
        placeholder="Type a command, category or folder"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActiveIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      {matching.length === 0 && <p className={styles.none}>Nothing is called that.</p>}
      <div id={listId} role="listbox" aria-label="Commands and places" className={styles.list}>
        {matching.map((entry, index) => (
          <div
            key={entry.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === activeIndex}
            tabIndex={-1}
            className={styles.entry}
            onPointerMove={() => setActiveIndex(index)}
            onPointerUp={() => choose(entry)}
          >
            <EntryPicture entry={entry} />
            <span className={styles.label}>{entry.label}</span>
            {'command' in entry ? (
              <EntryKeys keys={entry.command.keys} />
            ) : (
              <span className={styles.kind}>{entry.kind}</span>
            )}
          </div>
        ))}
      </div>
    </>
  )
}

function EntryPicture({ entry }: { readonly entry: PaletteEntry }): ReactNode {
  return (
    <span className={styles.picture}>
      {'command' in entry ? (
        <ChevronRight aria-hidden />
      ) : entry.colour === null ? (
        <Folder aria-hidden />
      ) : (
        <ColourDot colour={entry.colour} />
      )}
    </span>
  )
}

function EntryKeys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const [first] = keys
  return first === undefined ? null : <Kbd keys={first} />
}
