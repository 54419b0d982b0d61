import { mediaKind } from '../scan/media-kind.ts'
import { foldName } from './fold-path.ts'
import { splitName } from './split-name.ts'
import { takeoutName } from './takeout-name.ts'

/**
 * Names of a photo's companions after its stem became another, so that `findCompanions` finds them again: with
 * "IMG_1 (2)" for "IMG_1.jpg", "IMG_1.jpg.xmp" becomes "IMG_1 (2).jpg.xmp" and "IMG_1.MOV" becomes "IMG_1 (2).MOV".
 */
export function stepNames(photo: string, companions: readonly string[], newStem: string): readonly string[] {
  const { stem, ending } = splitName(photo)
  if (newStem === stem) return companions
  return companions.map((name) => {
    const rest = restAfter(stem, name)
    return rest === null ? looseName(name, ending, newStem) : newStem + rest
  })
}

/** ".jpg.xmp" of "IMG_1.jpg.xmp" for "IMG_1", whatever its case or normal form; null when it does not begin so. */
function restAfter(stem: string, name: string): string | null {
  const folded = foldName(stem)
  for (let dot = name.indexOf('.', 1); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    if (foldName(name.slice(0, dot)) === folded) return name.slice(dot)
  }
  return foldName(name) === folded ? '' : null
}

/** For companions that do not begin like their photo. */
function looseName(name: string, photoEnding: string, newStem: string): string {
  const json = takeoutName(name)
  if (json !== null) {
    const [title = ''] = json.titles
    const ending = mediaKind(title) === null ? photoEnding : splitName(title).ending
    return `${newStem}${ending}${json.supplement}.json`
  }
  // "IMG_O1234.aae" holds the edits of IMG_E1234.
  return `${newStem.replace(/^(.*)E(?=\d)/is, '$1O')}${splitName(name).ending}`
}
