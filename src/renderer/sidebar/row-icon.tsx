import {
  Bird,
  Bike,
  Box,
  Car,
  CircleHelp,
  CloudOff,
  FileText,
  Folder,
  FolderX,
  Images,
  Leaf,
  type LucideIcon,
  MapPin,
  Palette,
  RefreshCw,
  Tag,
  TagsIcon,
  TriangleAlert,
  Users,
  Utensils,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { ColourDot } from '../controls/colour-dot.tsx'
import type { RowIcon } from './sidebar-rows.ts'
import styles from './row-icon.module.css'

const sectionIcons = { all: Images, unsure: CircleHelp, untagged: TagsIcon, problems: TriangleAlert } as const

/** By the first word of a built-in group's key, so that a longer vocabulary keeps its pictures. */
const groupIcons: Readonly<Record<string, LucideIcon>> = {
  people: Users,
  animals: Bird,
  food: Utensils,
  nature: Leaf,
  places: MapPin,
  vehicles: Car,
  sports: Bike,
  objects: Box,
  documents: FileText,
  art: Palette,
}

const folderIcons = { ready: Folder, scanning: RefreshCw, offline: CloudOff, unreadable: FolderX } as const

/** The picture before a row's name; it says nothing that the row does not say in words. */
export function RowPicture({ icon }: { readonly icon: RowIcon }): ReactNode {
  if (icon.kind === 'colour') {
    return (
      <span className={styles.place}>
        <ColourDot colour={icon.colour} />
      </span>
    )
  }
  const Icon = iconOf(icon)
  return (
    <span className={styles.place} data-turning={icon.kind === 'folder' && icon.status === 'scanning'}>
      <Icon aria-hidden strokeWidth={1.75} />
    </span>
  )
}

function iconOf(icon: Exclude<RowIcon, { kind: 'colour' }>): LucideIcon {
  switch (icon.kind) {
    case 'section':
      return sectionIcons[icon.section]
    case 'group':
      return groupIcons[/^[a-z]+/.exec(icon.groupKey)?.[0] ?? ''] ?? Tag
    case 'folder':
      return folderIcons[icon.status]
    case 'subfolder':
      return Folder
  }
}
