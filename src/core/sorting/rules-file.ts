import { z } from 'zod'
import { conditionOf, conditionSchema, conditionsText } from './rules-file-condition.ts'
import type { RuleNames, RuleWords } from './rules-file-condition.ts'
import type { Condition, SortRule, SortRules } from './sort-rules.ts'
import { sortRulesSchema } from './sort-rules.ts'
import { parseTemplate } from './template.ts'

/** Why a file of rules can't be used: a sentence that names the place in it. */
export class RulesFileError extends Error {}

const ruleSchema = z.strictObject({
  /** One object, or several that must all hold: two conditions of one kind need two. Left out: every file. */
  when: z
    .union([conditionSchema, z.array(conditionSchema)], { error: 'write {"category": "Family"}, for example' })
    .optional(),
  to: z.string(),
})

const fileSchema = z.strictObject({
  rules: z.array(ruleSchema),
  otherwise: z.string().nullable().default(null),
  includeUnsure: z.boolean().default(false),
})

/**
 * Reads rules by names, as `printRulesFile` writes them: `{"rules": [{"when": {"category": "Family"}, "to": "Family/{year}"}]}`.
 * Throws a RulesFileError.
 */
export function readRulesFile(json: string, names: RuleNames): SortRules {
  const file = fileSchema.safeParse(parseJson(json))
  if (!file.success) throw new RulesFileError(issueSentence(file.error))
  const { rules, otherwise, includeUnsure } = file.data
  const read = {
    rules: rules.map(({ when, to }, index) => {
      const place = `Rule ${index + 1}`
      refuseTemplate(to, place)
      const objects = when === undefined ? [] : Array.isArray(when) ? when : [when]
      return { when: objects.flatMap((object) => conditionsIn(object, names, place)), to }
    }),
    otherwise,
    includeUnsure,
  }
  if (otherwise !== null) refuseTemplate(otherwise, 'Everything else')
  const checked = sortRulesSchema.safeParse(read)
  if (!checked.success) throw new RulesFileError(issueSentence(checked.error))
  return checked.data
}

/** The other way. A rule that asks for something that is gone is left out: without that condition it could want everything. */
export function printRulesFile(
  rules: SortRules,
  words: RuleWords,
): { readonly text: string; /** Counted from 1. */ readonly leftOut: readonly number[] } {
  const { otherwise, includeUnsure } = rules
  const all = rules.rules.map((rule) => printRule(rule, words))
  const printed = all.filter((rule) => rule !== null)
  return {
    text: `${JSON.stringify({ rules: printed, otherwise, includeUnsure }, null, 2)}\n`,
    leftOut: all.flatMap((rule, index) => (rule === null ? index + 1 : [])),
  }
}

function printRule({ when, to }: SortRule, words: RuleWords): object | null {
  const objects = when.map((condition) => conditionsText(condition, words))
  if (objects.some((object) => object === null)) return null
  const kinds = new Set(when.map(({ kind }) => kind))
  if (when.length === 0) return { to }
  return { when: kinds.size === when.length ? Object.assign({}, ...objects) : objects, to }
}

function conditionsIn(object: z.infer<typeof conditionSchema>, names: RuleNames, place: string): readonly Condition[] {
  const conditions = conditionOf(object, names)
  if (typeof conditions === 'string') throw new RulesFileError(`${place}: ${conditions}`)
  return conditions
}

function refuseTemplate(template: string, place: string): void {
  const { problem } = parseTemplate(template)
  if (problem !== null) throw new RulesFileError(`${place}: ${problem}`)
}

function parseJson(json: string): unknown {
  try {
    // Editors on Windows begin UTF-8 with a mark that JSON does not know.
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new RulesFileError(`The rules are no JSON: ${error instanceof Error ? error.message : 'they can’t be read'}.`)
  }
}

/** "Rule 2, when, rating: expected a number." */
function issueSentence(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'The rules can’t be read.'
  const [first, second, ...rest] = issue.path
  const place =
    first === 'rules' && typeof second === 'number'
      ? [`Rule ${second + 1}`, ...rest.filter((part) => typeof part === 'string')]
      : [first ?? 'The rules', ...(second === undefined ? [] : [second])]
  const message = issue.message.slice(0, 1).toLowerCase() + issue.message.slice(1)
  return `${place.map(String).join(', ')}: ${message.replace(/\.$/, '')}.`
}
