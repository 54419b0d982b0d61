import {
  Bird,
  Bike,
  Box,
  Car,
  CircleQuestionMark,
  CloudOff,
  FileText,
  Folder,
  FolderTree,
  FolderX,
  House,
  Images,
  Leaf,
  MapPin,
  Palette,
  RefreshCw,
  Shapes,
  Split,
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
  groups: <Shapes {...look} />,
  sort: <FolderTree {...look} />,
  problems: <TriangleExclamationPoint {...look} />,
} as const

/** By the key of a built-in group; one that a later vocabulary adds has the plain tag until it gets its own. */
const groupIcons: Readonly<Record<string, ReactNode>> = {
  'people-and-events': <Users {...look} />,
  animals: <Bird {...look} />,
  'food-and-drink': <Utensils {...look} />,
  'nature-and-weather': <Leaf {...look} />,
  'places-indoors': <House {...look} />,
  'places-outdoors': <MapPin {...look} />,
  vehicles: <Car {...look} />,
  'sports-and-hobbies': <Bike {...look} />,
  objects: <Box {...look} />,
  'documents-and-screens': <FileText {...look} />,
  'art-and-style': <Palette {...look} />,
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
    case 'choice':
      return <Split {...look} />
    case 'group':
      return groupIcons[icon.groupKey] ?? <Tag {...look} />
    case 'folder':
      return folderIcons[icon.status]
    case 'subfolder':
      return folderIcons.ready
  }
}
