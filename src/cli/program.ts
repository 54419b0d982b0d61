import { Command, Option } from 'commander'
import { chosenDataDir } from '../platform/chosen-data-dir.ts'
import { version } from '../platform/version.ts'
import { addCategoryCommands } from './category-commands.ts'
import type { CommandContext, Run } from './command-context.ts'
import { doctor } from './commands/doctor.ts'
import { exportLibrary } from './commands/export.ts'
import { listFolders } from './commands/folders.ts'
import { indexFolders } from './commands/index-folders.ts'
import { listProblems } from './commands/problems.ts'
import { search } from './commands/search.ts'
import { status } from './commands/status.ts'
import { tags } from './commands/tags.ts'
import type { ExitCode } from './exit-codes.ts'
import { addModelCommands } from './model-commands.ts'
import { positiveInteger } from './positive-integer.ts'
import { addProviderCommands } from './provider-commands.ts'
import { addSortCommands } from './sort-commands.ts'

/** What the entry knows and the command line doesn't say. */
export type ProgramMeans = Pick<CommandContext, 'rootDir' | 'signal' | 'terminal'>

const help = `
Examples:
  winnow index ~/Pictures                     read a folder and tag its photos
  winnow search "dog on a beach" --limit 20   find by words
  winnow search --like holiday.jpg            find what looks like a picture
  winnow category add "Red bicycle" --not motorcycle
  winnow category teach "Our dog" --yes rex.jpg --no fox.jpg
  winnow review "Our dog"                     answer by key what teaches most
  winnow export --format csv --output photos.csv
  winnow sort --rule "Our dog=Dog/{year}" --to ~/Sorted --dry-run

Exit codes:
  0  done                 3  the library is open in another Winnow
  1  it failed            4  nothing found
  2  wrong usage        130  stopped with Ctrl+C; the same command goes on`

/** The whole command line. Each action gives its exit code to `onDone`. */
export function createProgram(means: ProgramMeans, onDone: (code: ExitCode) => void): Command {
  const program = new Command('winnow')
    .description('Finds, tags and sorts photos by what they show, on this computer alone.')
    .version(version)
    .option('--data <dir>', 'where the library lives (also: WINNOW_DATA)')
    .option('--json', 'print JSON, in the shapes of docs/cli.md')
    .addHelpText('after', help)
    .showHelpAfterError('(winnow --help shows what there is)')
    .configureOutput({
      writeOut: (text) => void means.terminal.out(text),
      writeErr: (text) => means.terminal.err(text),
    })
    .exitOverride()

  const run: Run = async (work) => {
    const { data, json } = program.opts<{ data?: string; json?: true }>()
    onDone(await work({ ...means, json: json === true, dataDir: chosenDataDir(data, process.env) }))
  }
  addReadingCommands(program, run)
  addSearchCommands(program, run)
  addCategoryCommands(program, run)
  addSortCommands(program, run)
  addModelCommands(program, run)
  addProviderCommands(program, run)
  return program
}

function addReadingCommands(program: Command, run: Run): void {
  program
    .command('index [folders...]')
    .description('add folders and read all photos that are new or changed')
    .action((folders: string[]) => run((context) => indexFolders(context, folders)))
  program
    .command('status')
    .description('how much there is and how much is left')
    .action(() => run(status))
  program
    .command('folders')
    .description('the folders that were added')
    .action(() => run(listFolders))
  program
    .command('problems')
    .description('files that could not be read, and why')
    .action(() => run(listProblems))
  program
    .command('doctor')
    .description('check versions, paths, model and database')
    .action(() => run(doctor))
}

function addSearchCommands(program: Command, run: Run): void {
  program
    .command('tags')
    .description('the tags of all files, or of one with who said each')
    .option('--photo <file>', 'one file')
    .action(({ photo }: { photo?: string }) => run((context) => tags(context, photo)))
  program
    .command('search [words]')
    .description('files that match the words, or look like a picture, best first')
    .option('--like <file>', 'a picture to search by')
    .option('--limit <n>', 'how many at most', positiveInteger, 50)
    .action((words: string | undefined, { like, limit }: { like?: string; limit: number }, command: Command) => {
      if (words === undefined && like === undefined) command.error('Say what to look for: words, or --like <file>.')
      return run((context) => search(context, { words, like, limit }))
    })
  program
    .command('export')
    .description('every file with its facts and tags')
    .addOption(new Option('--format <format>', 'json or csv').choices(['json', 'csv']).default('json'))
    .option('--output <file>', 'a file instead of standard output')
    .action(({ format, output }: { format: 'json' | 'csv'; output?: string }) =>
      run((context) => exportLibrary(context, { format, output })),
    )
}
