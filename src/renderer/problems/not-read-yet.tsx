import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { describeNotRead } from './describe-not-read.ts'
import styles from './not-read-yet.module.css'

/** A plain line on the kinds of files that lie in the folders and are left alone, so that none is ignored silently. */
export function NotReadYet(): ReactNode {
  const folders = useLibrary('folders.list', {}).data?.folders ?? []
  const words = describeNotRead(folders.map(({ notReadYet }) => notReadYet))
  return words === null ? null : <p className={styles.line}>{words}</p>
}
