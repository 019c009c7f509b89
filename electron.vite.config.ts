import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

// Everything but the native module is bundled: one file to read at start instead of hundreds.
const external = ['electron', 'better-sqlite3']

// What is read at a start is small, and functions keep the names that a log shows.
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } } as const

// Each file that is read at a start costs a millisecond or two by itself: what the window needs is one beside the entry,
// what the first answers need are two others, each read in a turn of its own. The command line reads all three, so nothing
// of Electron is in them.
const readTogether = [
  { name: 'routes', test: /\/src\/shared\/(tenant|operators)\/contract\.ts$/, priority: 2 },
  { name: 'window', test: /\/src\/main\/(dataFolder|log\/fileLogger|settings\/parse)\.ts$/, priority: 3 },
  { name: 'first', test: /\/src\/main\/firstAnswers\.ts$/, priority: 1 },
]

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
  'clearArchives',
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

/** The font of the first paint is asked for with the page: else it comes behind it, and what was painted is laid out anew. */
const preloadFont: Plugin = {
  name: 'preload-font',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.keys(bundle)
      .filter((file) => file.includes('inter-latin-wght-normal'))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
      })),
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: 'src/main/index.ts', cli: 'src/main/cli.ts' },
        output: { minify, codeSplitting: { groups: readTogether } },
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
    plugins: [react(), preloadFont],
  },
})
