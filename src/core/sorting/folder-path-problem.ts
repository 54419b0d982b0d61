import { parseTemplate } from './template.ts'

/** What is wrong with a path below the target that a person typed for a planned folder, as a sentence; null when nothing is. */
export function folderPathProblem(path: string): string | null {
  if (/[{}]/.test(path)) return 'This is one folder: write its name without “{” and “}”.'
  return parseTemplate(path).problem
}
