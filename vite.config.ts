import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Builds the window. `base` is relative because the pages are served from the program's own
 * `standpoint:` scheme; nothing is inlined as a data URL, so that the content policy can stay strict.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
})
