import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Everything but the native module is bundled: one file to read at start instead of hundreds.
const external = ['electron', 'better-sqlite3']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: 'src/main/index.ts',
          cli: 'src/main/cli.ts',
          createDemo: 'src/main/workers/createDemo.ts',
          importUsers: 'src/main/workers/importUsers.ts',
          importVoicemail: 'src/main/workers/importVoicemail.ts',
          verifyAudit: 'src/main/workers/verifyAudit.ts',
          saveFiles: 'src/main/workers/saveFiles.ts',
          packArchive: 'src/main/workers/packArchive.ts',
          lookIntoLibrary: 'src/main/workers/lookIntoLibrary.ts',
          verifyArchive: 'src/main/workers/verifyArchive.ts',
          readArchives: 'src/main/workers/readArchives.ts',
          analytics: 'src/main/workers/analytics.ts',
          decodeSound: 'src/main/workers/decodeSound.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // Main puts a fresh nonce here whenever it serves the page.
    html: { cspNonce: '__CSP_NONCE__' },
    // electron-vite leaves everything as it is; a page half the size is compiled in half the time.
    build: { minify: true, rollupOptions: { input: 'src/renderer/index.html' } },
    plugins: [react()],
  },
})
