import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const entry = (path: string): string => resolve(import.meta.dirname, 'src', path)

// Node 22 is the oldest Node that runs the hosts outside Electron, so everything but the renderer is built for it.
const nodeTarget = 'node22'

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: entry('main/main.ts'),
          'library-process': entry('main/library-process.ts'),
          worker: entry('worker/main.ts'),
          'decode-thread': entry('worker/decode-thread.ts'),
          'disk-thread': entry('library/sorting/disk/disk-thread.ts'),
          web: entry('web/main.ts'),
          cli: entry('cli/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      // It can't load packages either, so zod goes in.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: entry('preload/preload.ts') },
        // A sandboxed preload can't be an ES module and must be one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome140',
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      rollupOptions: { input: entry('renderer/index.html') },
      assetsInlineLimit: 0,
    },
  },
})
