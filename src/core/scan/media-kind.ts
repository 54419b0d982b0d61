/** `photo`: Winnow reads it. `other-media`: an image or video it can't read yet, counted and named to the person. */
export type MediaKind = 'photo' | 'other-media'

const photoEndings = new Set('jpg jpeg jpe jfif png webp gif tif tiff avif'.split(' '))

const otherEndings = new Set(
  [
    // Images
    'heic heif hif jxl jp2 j2k jpx bmp dib tga ico svg psd psb xcf exr hdr',
    // Raw files of cameras
    'dng raw cr2 cr3 crw nef nrw arw srf sr2 raf orf rw2 rwl pef srw x3f 3fr fff iiq erf kdc dcr mos mef mrw gpr',
    // Videos
    'mp4 m4v mov avi mkv webm mpg mpeg mts m2ts 3gp 3g2 wmv flv ogv insv',
  ].flatMap((line) => line.split(' ')),
)

/** What the ending of a name says; null for what is no image or video. What a file really is, its bytes say later. */
export function mediaKind(name: string): MediaKind | null {
  const dot = name.lastIndexOf('.')
  if (dot <= 0) return null
  const ending = name.slice(dot + 1).toLowerCase()
  if (photoEndings.has(ending)) return 'photo'
  return otherEndings.has(ending) ? 'other-media' : null
}
