/** "IMG_1.tar.jpg" → "IMG_1.tar" and ".jpg". A name that begins with its only dot, or has none, is all stem. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, dot), ending: name.slice(dot) }
}
