import { parseTemplate, templatePlaceholders } from '../../core/sorting/template.ts'

export interface TemplateLook {
  /** "Family/2024/06"; empty for the target itself. Null where the template is wrong. */
  readonly example: string | null
  /** A sentence that says what is wrong. */
  readonly problem: string | null
}

/** What a folder template makes, by an example; `categoryName` stands for {category} where the rule knows it. */
export function lookAtTemplate(text: string, categoryName: string | null): TemplateLook {
  const { template, problem } = parseTemplate(text)
  if (template === null) return { example: null, problem }
  const example = template
    .map((segment) =>
      segment
        .map((part) => (typeof part === 'string' ? part : valueOf(part.placeholder, categoryName)))
        .join('')
        .trim(),
    )
    .join('/')
  return { example, problem: null }
}

function valueOf(name: string, categoryName: string | null): string {
  if (name === 'category' && categoryName !== null) return categoryName
  return templatePlaceholders.find((placeholder) => placeholder.name === name)?.example ?? ''
}
