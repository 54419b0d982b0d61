/** "63.43049° N, 10.39506° E": five decimals are about a metre. */
export function formatPlace(latitude: number, longitude: number): string {
  const north = `${Math.abs(latitude).toFixed(5)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north}, ${Math.abs(longitude).toFixed(5)}° ${longitude < 0 ? 'W' : 'E'}`
}

/** "0.3 megapixels", "24 megapixels"; null for pictures so small that it says nothing: an icon is no photo. */
export function formatMegapixels(widthPx: number, heightPx: number): string | null {
  const megapixels = (widthPx * heightPx) / 1_000_000
  if (megapixels < 0.095) return null
  const rounded = megapixels < 9.95 ? megapixels.toFixed(1) : String(Math.round(megapixels))
  return `${rounded} ${rounded === '1.0' ? 'megapixel' : 'megapixels'}`
}
