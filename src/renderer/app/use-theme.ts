import { useEffect } from 'react'
import { useSettings } from '../settings/use-settings.ts'

/** Keeps `data-theme` on <html> at what the person chose, or at what the system wants while they leave it to that. */
export function useTheme(): void {
  const theme = useSettings()?.theme ?? 'system'
  useEffect(() => {
    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = (): void => {
      const dark = theme === 'dark' || (theme === 'system' && prefersDark.matches)
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
    }
    apply()
    prefersDark.addEventListener('change', apply)
    return () => prefersDark.removeEventListener('change', apply)
  }, [theme])
}
