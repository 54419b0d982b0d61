import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export interface Import {
  /** Path of the importing file from the root, with `/` between names. */
  readonly file: string
  /** What stands between the quotes; undefined for a dynamic import of something computed. */
  readonly specifier: string | undefined
  /** Gone after the types are stripped. */
  readonly typeOnly: boolean
}

/** Every .ts, .tsx and .mjs file below `dir`, from the root, with `/` between names. */
export function sourceFiles(rootDir: string, dir: string): readonly string[] {
  return readdirSync(join(rootDir, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(rootDir.length + 1)
        .split(sep)
        .join('/'),
    )
    .toSorted()
}

/** The imports of a file: static, re-exported, for side effects, dynamic, and by `require`. */
export function importsOf(rootDir: string, file: string): readonly Import[] {
  return importsIn(file, readFileSync(join(rootDir, file), 'utf8'))
}

export function importsIn(file: string, source: string): readonly Import[] {
  const code = withoutComments(source)
  const statics = [
    ...code.matchAll(/(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?([^'"`;()]*?\bfrom\s*)?['"]([^'"\n]+)['"]/g),
  ]
  const dynamics = [...code.matchAll(/\b(?:import|require|require\.resolve)\s*\(\s*(?:(['"`])([^'"`\n$]+)\1\s*[,)])?/g)]
  return [
    ...statics.map(([, type, names, specifier]) => ({
      file,
      specifier,
      typeOnly: type !== undefined || (names !== undefined && onlyTypes(names)),
    })),
    ...dynamics.map(([, , specifier]) => ({ file, specifier, typeOnly: false })),
  ]
}

/** `{ type A, type B } from`: nothing of it is left at run time but the import of nothing. */
function onlyTypes(names: string): boolean {
  const [, inner] = /^\{([^}]*)\}\s*from\s*$/.exec(names) ?? []
  return inner !== undefined && inner.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
}

/** Comments may quote imports. Strings are left alone, so that `'//'` in one does not hide what follows. */
function withoutComments(source: string): string {
  return source.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (whole, text?: string) => (text === undefined ? '' : whole),
  )
}
