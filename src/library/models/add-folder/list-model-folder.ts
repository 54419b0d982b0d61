import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { WinnowError } from '../../../contract/error.ts'
import type { FileFacts } from '../../../core/model/recognise-files.ts'

/** A model has a dozen files; a folder of photos that was chosen by mistake has thousands. */
const mostFiles = 2000
const deepest = 4
/** ONNX files end at 2 GB, and external weights of the models Winnow can use are below this. */
const largestFileBytes = 8_000_000_000

/**
 * All files of a folder that was chosen, as they lie on the disk. Links may not lead out of it.
 * @throws WinnowError `invalid-input` with a sentence
 */
export async function listModelFolder(folder: string): Promise<readonly FileFacts[]> {
  const stats = await stat(folder).catch(() => null)
  if (stats === null) throw refusal(`${folder} is not there, or can’t be read.`)
  if (!stats.isDirectory()) {
    throw refusal(
      `${basename(folder)} is a file. Choose the folder that holds the model; where it is an archive, unpack it first.`,
    )
  }
  const root = await realpath(folder)
  const files: FileFacts[] = []
  const visit = async (directory: string, depth: number): Promise<void> => {
    for (const name of await readdir(directory)) {
      // Version control and download tools keep things there that are no part of the model.
      if (name.startsWith('.')) continue
      const path = join(directory, name)
      const target = await realTarget(path, root)
      const found = await stat(target)
      if (found.isDirectory()) {
        if (depth < deepest && target === path) await visit(path, depth + 1)
      } else if (found.isFile()) {
        files.push({ name: relative(root, path).split(sep).join('/'), bytes: found.size })
      }
      if (files.length > mostFiles) throw refusal(`${folder} holds thousands of files. Choose the folder of one model.`)
    }
  }
  await visit(root, 0)
  return files
}

/** @throws WinnowError `invalid-input` for a link that leads out of the folder, or nowhere */
async function realTarget(path: string, root: string): Promise<string> {
  const { isSymbolicLink } = await lstat(path).then((stats) => ({ isSymbolicLink: stats.isSymbolicLink() }))
  if (!isSymbolicLink) return path
  const target = await realpath(path).catch(() => null)
  if (target === null) throw refusal(`${path} is a link that leads nowhere. Copy the file itself into the folder.`)
  if (!target.startsWith(`${root}${sep}`)) {
    throw refusal(`${path} is a link to ${target}, outside of the folder. Copy the file itself into the folder.`)
  }
  return target
}

/** @throws WinnowError `invalid-input` for a file that is too large to be part of a model */
export function refuseLarge(files: readonly FileFacts[]): void {
  const large = files.find(({ bytes }) => bytes > largestFileBytes)
  if (large === undefined) return
  const gigabytes = Math.round(large.bytes / 1e9)
  throw refusal(`${large.name} has ${gigabytes} GB; Winnow takes files of models up to ${largestFileBytes / 1e9} GB.`)
}

export function refusal(message: string): WinnowError {
  return new WinnowError('invalid-input', message)
}
