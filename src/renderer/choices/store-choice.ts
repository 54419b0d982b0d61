import type { Choice } from '../../contract/choices.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import type { Member } from './members.ts'

interface ChoiceContent {
  readonly name: string
  readonly members: readonly Member[]
  readonly allowsNone: boolean
}

/** Makes a choice, or changes the one given; categories that are not there yet are made first. Whether it was kept. */
export async function storeChoice(choice: Choice | null, content: ChoiceContent): Promise<boolean> {
  const { name, allowsNone } = content
  const stored = await attempt(store(), () => (choice === null ? `Made ${name}` : `Changed ${name}`))
  return stored !== undefined

  async function store(): Promise<{ readonly choice: Choice }> {
    const categoryIds: number[] = []
    for (const member of content.members) categoryIds.push(member.categoryId ?? (await makeCategory(member.name)))
    return choice === null
      ? await library['choices.create']({ name, categoryIds, allowsNone })
      : await library['choices.update']({ choiceId: choice.choiceId, name, categoryIds, allowsNone })
  }
}

async function makeCategory(name: string): Promise<number> {
  const { category } = await library['categories.create']({ draft: { name } })
  return category.categoryId
}

export async function removeChoice({ choiceId, name }: Pick<Choice, 'choiceId' | 'name'>): Promise<void> {
  await attempt(library['choices.remove']({ choiceId }), () => `Removed ${name}. Its categories stay.`)
}
