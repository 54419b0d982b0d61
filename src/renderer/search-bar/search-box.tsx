import { Search, X } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { Suggestion } from '../../contract/search.ts'
import { useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { useCommands } from '../state/commands.ts'
import { focusPhotos } from '../state/focus-photos.ts'
import { useView } from '../state/view-store.ts'
import { noNarrowing } from '../state/view.ts'
import { chooseSuggestion } from './choose-suggestion.ts'
import type { NarrowingChip } from './narrowing-chips.ts'
import { firstPicture, searchByPicture } from './search-by-picture.ts'
import styles from './search-box.module.css'
import { keyOfSuggestion, SuggestionList } from './suggestion-list.tsx'
import { useSearchText } from './use-search-text.ts'

interface SearchBoxProps {
  readonly chips: readonly NarrowingChip[]
}

/**
 * The one box: words narrow the photos while they are typed, suggestions turn them into chips, Backspace in an empty box
 * takes the last chip away, a dropped or pasted picture finds what looks like it. An ARIA combobox with a list.
 */
export function SearchBox({ chips }: SearchBoxProps): ReactNode {
  const { text, type, commit } = useSearchText()
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const narrow = useView((view) => view.narrow)
  const [closed, setClosed] = useState(true)
  const [activeIndex, setActiveIndex] = useState(-1)
  const [pictureOver, setPictureOver] = useState(false)
  const wanted = text.trim()
  const suggestions = useLibrary('search.suggest', !closed && wanted !== '' ? { text: wanted } : null)
  const offered = closed || wanted === '' ? [] : (suggestions.data?.suggestions ?? [])
  const active = offered[activeIndex]

  useCommands({
    search: {
      run: () => {
        field.current?.focus()
        field.current?.select()
      },
    },
  })

  const close = (): void => {
    setClosed(true)
    setActiveIndex(-1)
  }
  const choose = (suggestion: Suggestion): void => {
    chooseSuggestion(suggestion)
    if (suggestion.kind !== 'file') type('')
    close()
  }
  const clear = (): void => {
    type('')
    narrow(noNarrowing)
    close()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && offered.length > 0) {
      event.preventDefault()
      // -1 is the box itself, between the last suggestion and the first.
      const places = offered.length + 1
      setActiveIndex(((activeIndex + 1 + step + places) % places) - 1)
    } else if (event.key === 'Enter') {
      if (active !== undefined) choose(active)
      else {
        commit()
        close()
      }
    } else if (event.key === 'Backspace' && text === '') {
      const last = chips.at(-1)
      if (last !== undefined) narrow(last.without)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (offered.length > 0) close()
      else if (text !== '' || chips.length > 0) clear()
      else if (!focusPhotos()) event.currentTarget.blur()
    }
  }

  const onDrop = (event: DragEvent): void => {
    setPictureOver(false)
    takePicture(event.dataTransfer.files, event)
  }
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setPictureOver(true)
  }

  return (
    <search className={styles.box} data-picture={pictureOver}>
      <Search aria-hidden className={styles.glass} />
      <input
        ref={field}
        className={styles.field}
        type="text"
        role="combobox"
        aria-label="Search photos"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        {...(active !== undefined && { 'aria-activedescendant': `${listId}-${activeIndex}` })}
        placeholder={pictureOver ? 'Drop to find photos like it' : 'Search photos: words, or drop a picture'}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value)
          setClosed(false)
          setActiveIndex(-1)
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => takePicture(event.clipboardData.files, event)}
        onDragOver={onDragOver}
        onDragLeave={() => setPictureOver(false)}
        onDrop={onDrop}
        onBlur={close}
      />
      {text === '' && chips.length === 0 ? (
        <span className={styles.hint} aria-hidden>
          <Kbd keys="/" />
        </span>
      ) : (
        <IconButton label="Clear the search" className={styles.clear ?? ''} onClick={clear}>
          <X />
        </IconButton>
      )}
      <SuggestionList
        listId={listId}
        suggestions={offered}
        activeKey={active === undefined ? null : keyOfSuggestion(active)}
        onChoose={choose}
      />
    </search>
  )
}

function takePicture(files: FileList, event: { preventDefault: () => void; stopPropagation: () => void }): void {
  const picture = firstPicture(files)
  if (picture === undefined) return
  event.preventDefault()
  event.stopPropagation()
  void searchByPicture(picture)
}
