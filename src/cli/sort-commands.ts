import type { Command } from 'commander'
import { Option } from 'commander'
import type { SortAction } from '../core/sorting/sort-rules.ts'
import type { Run } from './command-context.ts'
import { continueSort } from './commands/sort-continue.ts'
import { listSortRules, removeSortRules, saveSortRules, showSortRules } from './commands/sort-rules.ts'
import { listSortRuns } from './commands/sort-runs.ts'
import { undoSort } from './commands/sort-undo.ts'
import { sort } from './commands/sort.ts'
import { positiveInteger } from './positive-integer.ts'

const help = `
Where files go is a folder below --to, with {category}, {year}, {month}, {monthName}, {day}, {camera}, {type}, {folder}
and {rating} filled in. The first rule that wants a file gets it; what none wants stays where it is.

Examples:
  winnow sort --rule "Family=Family/{year}" --rule "*=Other/{year}" --to ~/Sorted --dry-run
  winnow sort --rules trips.json --to /media/disk/Trips --copy
  winnow sort --rules Trips --yes            rules that were saved, to where they went the last time
  winnow sort undo                           takes the latest sort back`

interface RuleArguments {
  readonly rules?: string
  readonly rule?: readonly string[]
  readonly unsure?: true
}

interface ActionArguments {
  readonly to?: string
  readonly move?: true
  readonly copy?: true
  readonly link?: true
}

interface SortArguments extends RuleArguments, ActionArguments {
  readonly folder?: string
  readonly category?: string
  readonly dryRun?: true
  readonly yes?: true
}

/** Everything about sorting files on disk. */
export function addSortCommands(program: Command, run: Run): void {
  const sorting = program
    .command('sort')
    .description('put files into folders by what they show; shows the plan and asks before anything changes')
  addRuleOptions(sorting)
  addActionOptions(sorting)
    .addOption(new Option('--folder <folder>', 'only what is in this folder of the library').conflicts('category'))
    .option('--category <name>', 'only what shows this category')
    .option('--dry-run', 'show the plan and end')
    .option('--yes', 'do it without asking')
    .addHelpText('after', help)
    .action((args: SortArguments, command: Command) => {
      checkRules(args, command)
      return run((context) =>
        sort(context, {
          ...rulesOf(args),
          to: args.to,
          action: actionOf(args),
          folder: args.folder,
          category: args.category,
          dryRun: args.dryRun === true,
          yes: args.yes === true,
        }),
      )
    })
  addRunCommands(sorting, run)
  addRulesCommands(sorting, run)
}

function addRunCommands(sorting: Command, run: Run): void {
  sorting
    .command('undo [run]')
    .description('take a sort back, the latest unless its number is given; what has changed since stays')
    .action((text: string | undefined, _options: unknown, command: Command) => {
      const runId = text === undefined ? undefined : numberOf(text, command)
      return run((context) => undoSort(context, runId))
    })
  sorting
    .command('continue <run>')
    .description('go on with a sort that was stopped')
    .action((text: string, _options: unknown, command: Command) => {
      const runId = numberOf(text, command)
      return run((context) => continueSort(context, runId))
    })
  sorting
    .command('runs')
    .description('what was sorted, latest first')
    .action(() => run(listSortRuns))
}

function addRulesCommands(sorting: Command, run: Run): void {
  const rules = sorting
    .command('rules')
    .description('rules that were saved')
    .action(() => run(listSortRules))
  rules
    .command('show <name>')
    .description('print them as a rules file')
    .action((name: string) => run((context) => showSortRules(context, name)))
  const save = rules.command('save <name>').description('keep rules by name; the app has them too')
  addRuleOptions(save)
  addActionOptions(save).action((name: string, _options: unknown, command: Command) => {
    // `sort` has options of the same names, and takes them before `save` sees them.
    const args = command.optsWithGlobals<RuleArguments & ActionArguments>()
    checkRules(args, command)
    return run((context) => saveSortRules(context, name, { ...rulesOf(args), to: args.to, action: actionOf(args) }))
  })
  rules
    .command('remove <name>')
    .description('forget them; what they sorted stays where it is')
    .action((name: string) => run((context) => removeSortRules(context, name)))
}

function addRuleOptions(command: Command): Command {
  return command
    .addOption(new Option('--rules <rules>', 'the name of saved rules, or a rules file').conflicts('rule'))
    .addOption(
      new Option(
        '--rule <rule>',
        '"Category=Folder/{year}", or "*=Folder" for everything else; may be repeated',
      ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]),
    )
    .option('--unsure', 'also sort by tags that Winnow is not sure of')
}

function addActionOptions(command: Command): Command {
  return command
    .option('--to <folder>', 'where to; made when it is not there')
    .addOption(new Option('--move', 'move files (this is what happens otherwise)').conflicts(['copy', 'link']))
    .addOption(new Option('--copy', 'copy them instead').conflicts(['move', 'link']))
    .addOption(new Option('--link', 'give them a second name instead (hard links)').conflicts(['move', 'copy']))
}

function checkRules({ rules, rule }: RuleArguments, command: Command): void {
  if (rules === undefined && rule === undefined) {
    command.error('Say what goes where: --rules <name or file>, or --rule "Family=Family/{year}".')
  }
}

function rulesOf({ rules, rule, unsure }: RuleArguments) {
  return { rules, inline: rule ?? [], unsure: unsure === true }
}

function actionOf({ move, copy, link }: ActionArguments): SortAction | undefined {
  return move === true ? 'move' : copy === true ? 'copy' : link === true ? 'link' : undefined
}

function numberOf(text: string, command: Command): number {
  try {
    return positiveInteger(text)
  } catch {
    return command.error(`“${text}” is no number of a sort. winnow sort runs lists them.`)
  }
}
