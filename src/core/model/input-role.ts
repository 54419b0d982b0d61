/** What an encoder's input is for, as the exports people use call it. */
export type InputRole = 'pixels' | 'ids' | 'mask' | 'segments' | 'positions'

/** By its name; null for one that no model of the CLIP family has. */
export function inputRole(name: string): InputRole | null {
  const plain = name.toLowerCase()
  if (/segment|token_type/.test(plain)) return 'segments'
  if (plain.includes('position')) return 'positions'
  if (plain.includes('mask')) return /pixel|image/.test(plain) ? null : 'mask'
  if (/pixel|image|vision|visual/.test(plain)) return 'pixels'
  return /input_ids|ids|tokens?|text/.test(plain) ? 'ids' : null
}
