/** What a person should know about a folder that is there. */
export interface FolderFacts {
  /** Sub-folders that could not be listed; '' is the folder itself, in parts. */
  readonly unreadable: readonly string[]
  readonly badNames: number
  readonly inTheCloud: number
  /** Why changes are looked for every now and then instead of noticed at once. */
  readonly polling: string | null
}

/** A sentence for each fact, or null when all is well. */
export function folderNotice(facts: FolderFacts): string | null {
  const sentences: string[] = []
  const [first] = facts.unreadable
  if (first !== undefined) {
    const name = first === '' ? 'some of what lies in this folder' : `“${first.slice(0, -1)}”`
    const others = facts.unreadable.length - 1
    const more = others === 0 ? '' : ` and ${count(others, 'other folder')}`
    sentences.push(`Winnow is not allowed to read ${name}${more}. Its photos stay as they were.`)
  }
  if (facts.badNames > 0) {
    sentences.push(
      `${count(facts.badNames, 'file')} can't be opened because of unreadable characters in the name. Rename to fix it.`,
    )
  }
  if (facts.inTheCloud > 0) {
    sentences.push(
      `${count(facts.inTheCloud, 'photo')} only in the cloud. Download them to see them here; Winnow never does it by itself.`,
    )
  }
  if (facts.polling !== null) sentences.push(facts.polling)
  return sentences.length === 0 ? null : sentences.join(' ')
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
}
