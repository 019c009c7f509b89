import { app } from 'electron'
import { pageOrigin } from './schemes.ts'

/** Where the window's page comes from, and what it may request. */
export type PageSource = { origin: string; address: string; requests: readonly string[] }

/** The built page from app://offhook/; while developing, the development server that electron-vite names. */
export function pageSource(): PageSource {
  const server = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  const sounds = ['voicemail', 'archive', 'greeting', 'archived-greeting'].map((host) => `media://${host}/`)
  const own = [`${pageOrigin}/`, ...sounds, 'data:']
  const inspecting = app.isPackaged ? [] : ['devtools://']
  if (server === undefined)
    return { origin: pageOrigin, address: `${pageOrigin}/index.html`, requests: [...own, ...inspecting] }
  const { origin, host } = new URL(server)
  return { origin, address: server, requests: [...own, ...inspecting, `${origin}/`, `ws://${host}/`] }
}
