/** What a person can paint a category with: even in lightness, apart in hue, with a name for who can't see them. */
export const categoryColours = [
  { value: '#c2584f', label: 'Brick' },
  { value: '#c9772f', label: 'Orange' },
  { value: '#b8912a', label: 'Wheat' },
  { value: '#8a9a33', label: 'Moss' },
  { value: '#4f9a55', label: 'Green' },
  { value: '#2f9b86', label: 'Teal' },
  { value: '#3192b3', label: 'Lake' },
  { value: '#4f7fc4', label: 'Blue' },
  { value: '#7b70c4', label: 'Iris' },
  { value: '#a264b4', label: 'Plum' },
  { value: '#bf5f8d', label: 'Rose' },
  { value: '#80796f', label: 'Stone' },
] as const
