import {
  Bird,
  Bike,
  Box,
  Car,
  CircleQuestionMark,
  CloudOff,
  FileText,
  Folder,
  FolderX,
  Images,
  Leaf,
  MapPin,
  Palette,
  RefreshCw,
  Tag,
  Tags,
  TriangleExclamationPoint,
  Users,
  Utensils,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { ColourDot } from '../controls/colour-dot.tsx'
import type { RowIcon } from './sidebar-rows.ts'
import styles from './row-picture.module.css'

const look = { 'aria-hidden': true, strokeWidth: 1.75 } as const

const sectionIcons = {
  all: <Images {...look} />,
  unsure: <CircleQuestionMark {...look} />,
  untagged: <Tags {...look} />,
  problems: <TriangleExclamationPoint {...look} />,
} as const

/** By the first word of a built-in group's key, so that a longer vocabulary keeps its pictures. */
const groupIcons: Readonly<Record<string, ReactNode>> = {
  people: <Users {...look} />,
  animals: <Bird {...look} />,
  food: <Utensils {...look} />,
  nature: <Leaf {...look} />,
  places: <MapPin {...look} />,
  vehicles: <Car {...look} />,
  sports: <Bike {...look} />,
  objects: <Box {...look} />,
  documents: <FileText {...look} />,
  art: <Palette {...look} />,
}

const folderIcons = {
  ready: <Folder {...look} />,
  scanning: <RefreshCw {...look} />,
  offline: <CloudOff {...look} />,
  unreadable: <FolderX {...look} />,
} as const

/** The picture before a row's name; it says nothing that the row does not say in words. */
export function RowPicture({ icon }: { readonly icon: RowIcon }): ReactNode {
  return (
    <span className={styles.place} data-turning={icon.kind === 'folder' && icon.status === 'scanning'}>
      {pictureOf(icon)}
    </span>
  )
}

function pictureOf(icon: RowIcon): ReactNode {
  switch (icon.kind) {
    case 'colour':
      return <ColourDot colour={icon.colour} />
    case 'section':
      return sectionIcons[icon.section]
    case 'group':
      return groupIcons[/^[a-z]+/.exec(icon.groupKey)?.[0] ?? ''] ?? <Tag {...look} />
    case 'folder':
      return folderIcons[icon.status]
    case 'subfolder':
      return folderIcons.ready
  }
}
