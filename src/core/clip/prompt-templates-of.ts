import type { ModelManifest } from '../model/manifest.ts'
import { clip7Templates, clip80Templates } from './imagenet-templates.ts'
import { defaultPromptTemplates } from './prompt-template.ts'
import type { PromptTemplate } from './prompt-template.ts'

/** Which sentences words are put into for a model: a set that Winnow knows by name, or the model's own. */
export function promptTemplatesOf({ templates }: Pick<ModelManifest, 'templates'>): readonly PromptTemplate[] {
  if (typeof templates !== 'string') return templates
  return { simple: defaultPromptTemplates, 'clip-7': clip7Templates, 'clip-80': clip80Templates }[templates]
}
