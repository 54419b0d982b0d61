import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/theme.css'
import { askAhead, LibraryProvider } from './connection/library.tsx'
import { queryOf, noNarrowing } from './state/view.ts'

// What the first screen can't be made without, the most urgent first.
askAhead('settings.get', {})
askAhead('photos.list', queryOf({ kind: 'all' }, noNarrowing) ?? {})
askAhead('system.info', {})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <LibraryProvider>
      <App />
    </LibraryProvider>
  </StrictMode>,
)
