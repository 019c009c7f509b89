import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

// Everything but the native module is bundled: one file to read at start instead of hundreds.
const external = ['electron', 'better-sqlite3']

// What is read at a start is small, and functions keep the names that a log shows.
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } } as const

const threads = [
  'createDemo',
  'importUsers',
  'importVoicemail',
  'commitRun',
  'applyStep',
  'verifyAudit',
  'saveFiles',
  'packArchive',
  'lookIntoLibrary',
  'verifyArchive',
  'readArchives',
  'analytics',
  'decodeSound',
]

/** Builds the threads beside main and apart from it: sharing their modules would cut main into some fifty files. */
const buildThreads: Plugin = {
  name: 'threads',
  async closeBundle() {
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node20',
        outDir: 'out/main',
        emptyOutDir: false,
        rollupOptions: {
          external,
          input: Object.fromEntries(threads.map((name) => [name, `src/main/workers/${name}.ts`])),
          output: { minify, entryFileNames: '[name].js', chunkFileNames: 'threads/[name]-[hash].js' },
        },
      },
    })
  },
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: 'src/main/index.ts', cli: 'src/main/cli.ts' },
        output: { minify },
      },
    },
    plugins: [buildThreads],
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
    build: {
      minify: true,
      rollupOptions: {
        input: 'src/renderer/index.html',
        // What the first paint needs is one file: each is asked of main's one thread by itself.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
    plugins: [react()],
  },
})
