import type { Category } from '../../contract/categories.ts'
import type { Choice } from '../../contract/choices.ts'
import type { Folder } from '../../contract/folders.ts'
import type { Place } from '../state/view.ts'

/** One line of the sidebar, ready to be drawn; levels and positions are what a screen reader is told. */
export interface SidebarRow {
  /** Unique in the sidebar, and the key a turned group is remembered by. */
  readonly key: string
  readonly label: string
  /** For a choice, that of its first category. */
  readonly place: Place
  /** A choice: its row opens and closes what it is between, and leads nowhere itself. */
  readonly choiceId: number | null
  readonly icon: RowIcon
  /** Null where a number would say nothing. */
  readonly count: number | null
  /** 1 for the outermost. */
  readonly level: number
  readonly position: number
  readonly setSize: number
  /** Null for a row that has nothing below it. */
  readonly expanded: boolean | null
  /** Said after the label: why it is greyed, that it is being scanned. */
  readonly note: string | null
  readonly offline: boolean
}

/** What is always there, above the categories. */
type SectionKind = 'all' | 'unsure' | 'untagged' | 'groups' | 'sort' | 'problems'

export type RowIcon =
  | { readonly kind: 'section'; readonly section: SectionKind }
  | { readonly kind: 'colour'; readonly colour: string }
  | { readonly kind: 'group'; readonly groupKey: string }
  | { readonly kind: 'choice' }
  | { readonly kind: 'folder'; readonly status: Folder['status'] }
  | { readonly kind: 'subfolder' }

interface TreeNode extends Omit<SidebarRow, 'level' | 'position' | 'setSize' | 'expanded'> {
  /** Open until it is closed. */
  readonly beginsOpen?: true
  readonly children: readonly TreeNode[]
}

export interface LibraryCounts {
  readonly photoCount: number | null
  readonly unsureCount: number | null
  readonly untaggedCount: number | null
  readonly problemCount: number
}

/** All photos, Not sure, Untagged, what looks alike and has no name, sorting, and Problems where there are any. */
export function sectionRows(counts: LibraryCounts): readonly SidebarRow[] {
  const nodes = [
    sectionNode('all', 'All photos', counts.photoCount),
    sectionNode('unsure', 'Not sure', counts.unsureCount),
    sectionNode('untagged', 'Untagged', counts.untaggedCount),
    sectionNode('groups', 'No name yet', null),
    sectionNode('sort', 'Sort files', null),
    ...(counts.problemCount > 0 ? [sectionNode('problems', 'Problems', counts.problemCount)] : []),
  ]
  return flatten(nodes, new Set())
}

/**
 * The person's own categories in their order, nested under own parents. The categories of a choice stand together where the
 * first of them would, in the choice's order.
 */
export function ownCategoryRows(
  categories: readonly Category[],
  opened: ReadonlySet<string>,
  choices: readonly Choice[],
): readonly SidebarRow[] {
  const own = categories.filter((category) => category.origin === 'own').sort((a, b) => a.position - b.position)
  // The two lists are read one after the other: a category stands in one place also while they disagree.
  const listed = new Set(choices.map(({ choiceId }) => choiceId))
  const alone = own.filter(({ choiceId }) => choiceId === null || !listed.has(choiceId))
  const nodes = categoryNodes(alone).map((node) => ({ node, position: positionOf(own, node) }))
  const choiceNodes = choices.map((choice) => {
    const node = choiceNode(choice, categories)
    return { node, position: Math.min(...node.children.map((child) => positionOf(own, child))) }
  })
  const together = [...nodes, ...choiceNodes].filter(({ node }) => node.choiceId === null || node.children.length > 0)
  return flatten(
    together.sort((a, b) => a.position - b.position).map(({ node }) => node),
    opened,
  )
}

/** Where a category stands among the person's own; after all of them for a built-in one. */
function positionOf(own: readonly Category[], { key }: TreeNode): number {
  const index = own.findIndex(({ categoryId }) => categoryKey(categoryId) === key)
  return index === -1 ? own.length : index
}

function choiceNode({ choiceId, name, categoryIds }: Choice, categories: readonly Category[]): TreeNode {
  const members = categoryIds.flatMap((id) =>
    categories.filter((category) => category.categoryId === id && category.choiceId === choiceId),
  )
  return {
    key: `choice:${choiceId}`,
    label: name,
    place: { kind: 'category', categoryId: categoryIds[0] ?? 0 },
    choiceId,
    icon: { kind: 'choice' },
    count: null,
    note: null,
    offline: false,
    children: members.flatMap((member) => categoryNodes([member])),
    beginsOpen: true,
  }
}

/** Built-in categories that occur, below their groups; groups in the vocabulary's order, the rest by name. */
export function foundRows(categories: readonly Category[], opened: ReadonlySet<string>): readonly SidebarRow[] {
  const found = categories.filter(
    ({ origin, shownCount, choiceId }) => origin === 'built-in' && shownCount > 0 && choiceId === null,
  )
  const groups = found.filter((category) => category.parentId === null)
  const rest = found.filter((category) => category.parentId !== null).sort((a, b) => a.name.localeCompare(b.name))
  return flatten(categoryNodes([...groups, ...rest]), opened)
}

/** Folders by name, and below them their sub-folders as a tree. */
export function folderRows(folders: readonly Folder[], opened: ReadonlySet<string>): readonly SidebarRow[] {
  const nodes = [...folders].sort((a, b) => a.name.localeCompare(b.name)).map(folderNode)
  return flatten(nodes, opened)
}

/** The row of a place, whether or not it is in the sidebar now. */
export function keyOfPlace(place: Place): string {
  switch (place.kind) {
    case 'category':
      return categoryKey(place.categoryId)
    case 'folder':
      return folderKey(place.folderId, place.folderPath)
    case 'all':
    case 'unsure':
    case 'untagged':
    case 'groups':
    case 'problems':
    case 'sort':
    case 'models':
    case 'hardware':
      return place.kind
    case 'sort-runs':
      return 'sort'
  }
}

function categoryKey(categoryId: number): string {
  return `category:${categoryId}`
}

function folderKey(folderId: number, folderPath: string): string {
  return folderPath === '' ? `folder:${folderId}` : `folder:${folderId}:${folderPath}`
}

function sectionNode(section: SectionKind, label: string, count: number | null): TreeNode {
  return {
    key: section,
    label,
    place: { kind: section },
    choiceId: null,
    icon: { kind: 'section', section },
    count,
    note: null,
    offline: false,
    children: [],
  }
}

/** Keeps the order given; a category whose parent is not among them stands at the top. */
function categoryNodes(categories: readonly Category[]): readonly TreeNode[] {
  const present = new Set(categories.map((category) => category.categoryId))
  const childrenOf = Map.groupBy(categories, ({ parentId }) =>
    parentId !== null && present.has(parentId) ? parentId : null,
  )
  const nodeOf = (category: Category): TreeNode => ({
    key: categoryKey(category.categoryId),
    label: category.name,
    place: { kind: 'category', categoryId: category.categoryId },
    choiceId: null,
    icon:
      category.origin === 'built-in' && category.parentId === null
        ? { kind: 'group', groupKey: category.key ?? '' }
        : { kind: 'colour', colour: category.colour },
    count: category.shownCount,
    note: null,
    offline: false,
    children: (childrenOf.get(category.categoryId) ?? []).map(nodeOf),
  })
  return (childrenOf.get(null) ?? []).map(nodeOf)
}

const folderNotes: Readonly<Record<Folder['status'], string | null>> = {
  ready: null,
  scanning: 'being looked through',
  offline: 'not connected',
  unreadable: 'can’t be read',
}

function folderNode(folder: Folder): TreeNode {
  const offline = folder.status === 'offline' || folder.status === 'unreadable'
  return {
    key: folderKey(folder.folderId, ''),
    label: folder.name,
    place: { kind: 'folder', folderId: folder.folderId, folderPath: '' },
    choiceId: null,
    icon: { kind: 'folder', status: folder.status },
    count: folder.photoCount,
    note: folderNotes[folder.status],
    offline,
    children: subfolderNodes(folder, offline),
  }
}

/** Sub-folders come as paths; one whose parent holds no photos of its own still hangs below the nearest one listed. */
function subfolderNodes(folder: Folder, offline: boolean): readonly TreeNode[] {
  const listed = new Set(folder.subfolders.map(({ path }) => path))
  const nearestListedParent = (path: string): string => {
    for (let parent = parentPath(path); parent !== ''; parent = parentPath(parent)) {
      if (listed.has(parent)) return parent
    }
    return ''
  }
  const childrenOf = Map.groupBy(folder.subfolders, ({ path }) => nearestListedParent(path))
  const nodesBelow = (parent: string): readonly TreeNode[] =>
    (childrenOf.get(parent) ?? []).map(({ path, photoCount }) => ({
      key: folderKey(folder.folderId, path),
      label: parent === '' ? path : path.slice(parent.length + 1),
      place: { kind: 'folder', folderId: folder.folderId, folderPath: path },
      choiceId: null,
      icon: { kind: 'subfolder' },
      count: photoCount,
      note: null,
      offline,
      children: nodesBelow(path),
    }))
  return nodesBelow('')
}

function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function flatten(nodes: readonly TreeNode[], opened: ReadonlySet<string>, level = 1): readonly SidebarRow[] {
  return nodes.flatMap(({ children, beginsOpen, ...node }, index) => {
    const expanded = children.length === 0 ? null : opened.has(node.key) !== (beginsOpen ?? false)
    const row: SidebarRow = { ...node, level, position: index + 1, setSize: nodes.length, expanded }
    return expanded === true ? [row, ...flatten(children, opened, level + 1)] : [row]
  })
}
