import { Camera, Folder, Images, Monitor } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { addFolders } from './add-folders.ts'
import styles from './usual-places.module.css'

/** Where photos usually lie on this computer, one click each. Nothing where none was found. */
export function UsualPlaces({ onAdded }: { readonly onAdded: () => void }): ReactNode {
  const places = useLibrary('folders.suggest', {}).data?.places ?? []
  if (places.length === 0) return null
  const add = async (path: string): Promise<void> => {
    if (await addFolders([path])) onAdded()
  }
  return (
    <ul className={styles.places} aria-label="Usual places">
      {places.map(({ path, label }) => (
        <li key={path}>
          <button type="button" className={styles.place} onClick={() => void add(path)}>
            <PlacePicture label={label} />
            <span className={styles.words}>
              <span>{label}</span>
              <span className={styles.path}>{path}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function PlacePicture({ label }: { readonly label: string }): ReactNode {
  const look = { 'aria-hidden': true, strokeWidth: 1.75 } as const
  if (/camera|card/i.test(label)) return <Camera {...look} />
  if (/picture|photo/i.test(label)) return <Images {...look} />
  return /desktop/i.test(label) ? <Monitor {...look} /> : <Folder {...look} />
}
