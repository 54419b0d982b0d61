import { ListFilter } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Popover } from '../controls/popover.tsx'
import { useView } from '../state/view-store.ts'
import { noNarrowing } from '../state/view.ts'
import { daysOfRange, rangeOfDays, rangeOfYear } from './date-range.ts'
import styles from './filters.module.css'

interface FiltersProps {
  readonly categories: readonly Category[]
  readonly folders: readonly Folder[]
  /** Whether something narrows now. */
  readonly active: boolean
}

/** Narrows by choosing instead of by typing: section, category, folder, dates. */
export function Filters({ categories, folders, active }: FiltersProps): ReactNode {
  return (
    <Popover
      label="Narrow the photos"
      align="end"
      trigger={
        <IconButton label="Narrow the photos" pressed={active}>
          <ListFilter />
        </IconButton>
      }
    >
      <FilterForm categories={categories} folders={folders} active={active} />
    </Popover>
  )
}

function FilterForm({ categories, folders, active }: FiltersProps): ReactNode {
  const narrowing = useView((view) => view.narrowing)
  const narrow = useView((view) => view.narrow)
  const id = useId()
  const days = daysOfRange(narrowing.dates)
  const [thisYear] = useState(() => new Date().getFullYear())
  return (
    <div className={styles.form}>
      <label htmlFor={`${id}-section`}>Only</label>
      <select
        id={`${id}-section`}
        value={narrowing.section ?? ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({ section: value === 'unsure' || value === 'untagged' ? value : null })
        }
      >
        <option value="">everything</option>
        <option value="unsure">not sure</option>
        <option value="untagged">untagged</option>
      </select>

      <label htmlFor={`${id}-category`}>Category</label>
      <select
        id={`${id}-category`}
        value=""
        onChange={({ currentTarget: { value } }) =>
          narrow({ categoryIds: [...new Set([...narrowing.categoryIds, Number(value)])] })
        }
      >
        <option value="">{narrowing.categoryIds.length === 0 ? 'any' : 'and also…'}</option>
        <CategoryOptions
          categories={categories.filter(({ categoryId }) => !narrowing.categoryIds.includes(categoryId))}
        />
      </select>

      <label htmlFor={`${id}-folder`}>Folder</label>
      <select
        id={`${id}-folder`}
        value={narrowing.folder === null ? '' : folderValue(narrowing.folder)}
        onChange={({ currentTarget: { value } }) => narrow({ folder: folderOfValue(value) })}
      >
        <option value="">any</option>
        {folders.map((folder) => (
          <optgroup key={folder.folderId} label={folder.name}>
            <option value={folderValue({ folderId: folder.folderId, folderPath: '' })}>all of {folder.name}</option>
            {folder.subfolders.map(({ path }) => (
              <option key={path} value={folderValue({ folderId: folder.folderId, folderPath: path })}>
                {path}
              </option>
            ))}
          </optgroup>
        ))}
      </select>

      <label htmlFor={`${id}-from`}>Taken from</label>
      <input
        id={`${id}-from`}
        type="date"
        value={days.from}
        onChange={({ currentTarget: { value } }) => narrow({ dates: rangeOfDays(value, days.to) })}
      />
      <label htmlFor={`${id}-to`}>to</label>
      <input
        id={`${id}-to`}
        type="date"
        value={days.to}
        onChange={({ currentTarget: { value } }) => narrow({ dates: rangeOfDays(days.from, value) })}
      />
      <div className={styles.years}>
        {[thisYear, thisYear - 1, thisYear - 2].map((year) => (
          <Button key={year} onClick={() => narrow({ dates: rangeOfYear(year) })}>
            {year}
          </Button>
        ))}
        <Button variant="quiet" disabled={!active} onClick={() => narrow({ ...noNarrowing, text: narrowing.text })}>
          Clear
        </Button>
      </div>
    </div>
  )
}

function CategoryOptions({ categories }: { readonly categories: readonly Category[] }): ReactNode {
  const own = categories.filter(({ origin }) => origin === 'own')
  const found = categories.filter(({ origin, shownCount }) => origin === 'built-in' && shownCount > 0)
  return [
    { label: 'My categories', members: own },
    { label: 'Found', members: found },
  ].map(
    ({ label, members }) =>
      members.length > 0 && (
        <optgroup key={label} label={label}>
          {members
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ categoryId, name }) => (
              <option key={categoryId} value={categoryId}>
                {name}
              </option>
            ))}
        </optgroup>
      ),
  )
}

/** A folder and a path in it as one value of a list. */
function folderValue(folder: { readonly folderId: number; readonly folderPath: string }): string {
  return `${folder.folderId}/${folder.folderPath}`
}

function folderOfValue(value: string): { readonly folderId: number; readonly folderPath: string } | null {
  const slash = value.indexOf('/')
  return slash === -1 ? null : { folderId: Number(value.slice(0, slash)), folderPath: value.slice(slash + 1) }
}
