import type { SortRunRow } from '../../store/sort-run.ts'
import { Obstacle } from './stop.ts'

export function targetAway(run: SortRunRow): Obstacle {
  return new Obstacle(`The folder ${run.targetPath} is not there now. Connect its drive, then resume.`)
}
