import type { Command } from 'commander'
import type { Run } from './command-context.ts'
import { listCategories } from './commands/categories.ts'
import { categoryHistory } from './commands/category-history.ts'
import { addCategory, hideCategory, removeCategory, renameCategory } from './commands/category.ts'
import { addChoice, listChoices, removeChoice } from './commands/choice.ts'
import { review } from './commands/review.ts'
import { exportCategories, importCategories } from './commands/share.ts'
import { teachCategory } from './commands/teach.ts'
import { positiveInteger } from './positive-integer.ts'

/** Everything about categories: listing, changing, teaching and sharing them. */
export function addCategoryCommands(program: Command, run: Run): void {
  program
    .command('categories')
    .description('categories that occur, with how many photos each shows')
    .option('--all', 'also those that do not occur or are hidden')
    .action(({ all }: { all?: true }) => run((context) => listCategories(context, all === true)))
  const category = program.command('category').description('make, change, teach and share categories')
  addChangingCommands(category, run)
  addTeachingCommands(program, category, run)
  addSharingCommands(category, run)
  addChoiceCommands(program, run)
}

function addChangingCommands(category: Command, run: Run): void {
  category
    .command('add <name>')
    .description('make one from words; its name is the words unless --words says more')
    .option('--words <words...>', 'what it looks like', [])
    .option('--not <words...>', 'what it is not', [])
    .action((name: string, { words, not }: { words: string[]; not: string[] }) =>
      run((context) => addCategory(context, name, { words, notWords: not })),
    )
  category
    .command('rename <name> <new-name>')
    .description('call it something else')
    .action((name: string, newName: string) => run((context) => renameCategory(context, name, newName)))
  category
    .command('hide <name>')
    .description('show it nowhere')
    .action((name: string) => run((context) => hideCategory(context, name, true)))
  category
    .command('show <name>')
    .description('show it again')
    .action((name: string) => run((context) => hideCategory(context, name, false)))
  category
    .command('remove <name>')
    .description('remove one of your own; the app can undo it')
    .action((name: string) => run((context) => removeCategory(context, name)))
}

interface TeachArguments {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly create?: true
  readonly words: readonly string[]
}

function addTeachingCommands(program: Command, category: Command, run: Run): void {
  category
    .command('teach <name>')
    .description('answer about files: those of the library are decided, other pictures become examples')
    .option('--yes <files...>', 'they show it', [])
    .option('--no <files...>', 'they do not', [])
    .option('--create', 'make the category if there is none of this name')
    .option('--words <words...>', 'what it looks like, with --create', [])
    .addHelpText(
      'after',
      `
Examples:
  winnow category teach "Our dog" --yes rex1.jpg rex2.jpg --no neighbour.jpg
  winnow category teach Sunflower --create --words "a sunflower" --yes ~/Downloads/sunflower.jpg`,
    )
    .action((name: string, { yes, no, create, words }: TeachArguments, command: Command) => {
      if (yes.length + no.length === 0) command.error('Give photos that show it with --yes, or that do not with --no.')
      if (words.length > 0 && create === undefined) command.error('--words belongs to --create.')
      return run((context) => teachCategory(context, name, { yes, no, words, create: create === true }))
    })
  category
    .command('history <name>')
    .description('what was said and changed, newest first')
    .option('--limit <n>', 'how many at most, up to 500', positiveInteger, 100)
    .action((name: string, { limit }: { limit: number }) => run((context) => categoryHistory(context, name, limit)))
  program
    .command('review [category]')
    .description('answer by key what teaches most; with --json or in a script, print the next questions')
    .option('--count <n>', 'questions to print, up to 60', positiveInteger, 12)
    .addHelpText(
      'after',
      `
Keys: y yes, n no, s skip, u undo, q quit. Without a category it asks about all of your own.

Examples:
  winnow review "Our dog"
  winnow --json review "Our dog" --count 5`,
    )
    .action((name: string | undefined, { count }: { count: number }) =>
      run((context) => review(context, { name, count: Math.min(count, 60) })),
    )
}

function addSharingCommands(category: Command, run: Run): void {
  category
    .command('export <file> [names...]')
    .description(
      'write categories to a file for another library (- for standard output); all of your own without names',
    )
    .option('--examples', 'with your answers, as hashes and vectors; never pictures, paths or file names')
    .addHelpText(
      'after',
      `
Examples:
  winnow category export birds.winnow.json Heron Kingfisher --examples
  winnow category export -`,
    )
    .action((file: string, names: string[], { examples }: { examples?: true }) =>
      run((context) => exportCategories(context, file, { names, withExamples: examples === true })),
    )
  category
    .command('import <file>')
    .description('take in categories that somebody exported; the app can undo it')
    .action((file: string) => run((context) => importCategories(context, file)))
}

function addChoiceCommands(program: Command, run: Run): void {
  const choice = program.command('choice').description('categories of which exactly one holds')
  choice
    .command('add <name> <categories...>')
    .description('of these exactly one holds for a photo, or none')
    .option('--always', 'one of them always holds')
    .addHelpText(
      'after',
      `
Examples:
  winnow choice add Where Indoors Outdoors --always
  winnow choice add Pet Rex Luna`,
    )
    .action((name: string, categories: string[], { always }: { always?: true }) =>
      run((context) => addChoice(context, name, { categories, allowsNone: always !== true })),
    )
  choice
    .command('list')
    .description('the choices there are')
    .action(() => run(listChoices))
  choice
    .command('remove <name>')
    .description('take it apart; its categories stay')
    .action((name: string) => run((context) => removeChoice(context, name)))
}
