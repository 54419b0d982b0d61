import { Check } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './photo-checkbox.module.css'
import { Thumbnail } from './thumbnail.tsx'

interface PhotoCheckboxProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'role'> {
  readonly photoId: number
  /** For screen readers: its file name. */
  readonly name: string
  readonly checked: boolean
  readonly className: string
  readonly pictureClassName: string
  /** With nothing on the photo at rest: the mark comes with the pointer, the keyboard, or when the photo is taken out. */
  readonly restsBare?: boolean
}

/** A photo that is in or out: a check mark in its corner says which. */
export function PhotoCheckbox({
  photoId,
  name,
  checked,
  className,
  pictureClassName,
  restsBare = false,
  ...rest
}: PhotoCheckboxProps): ReactNode {
  return (
    <button
      {...rest}
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={name}
      className={`${styles.photo} ${className}`}
      data-rests={restsBare ? 'bare' : undefined}
    >
      <Thumbnail photoId={photoId} className={pictureClassName} alt="" />
      <span className={styles.circle}>
        <Check aria-hidden />
      </span>
    </button>
  )
}
