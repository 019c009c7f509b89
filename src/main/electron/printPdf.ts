import { BrowserWindow, session, type Session } from 'electron'
import { printPolicy } from './contentPolicy.ts'
import { restrictSession } from './session.ts'

const origin = 'app://print/'

/**
 * Prints documents in hidden windows without scripts, in a session of their own that knows nothing but them.
 * Each answer is a tagged PDF with an outline.
 */
export function createPrinter(): (html: string) => Promise<Uint8Array> {
  const documents = new Map<string, string>()
  let printing: Session | undefined
  let count = 0
  return async (html) => {
    printing ??= openPrintSession(documents)
    const address = `${origin}${(count += 1)}`
    documents.set(address, html)
    try {
      return await print(address, printing)
    } finally {
      documents.delete(address)
    }
  }
}

function openPrintSession(documents: ReadonlyMap<string, string>): Session {
  const printing = session.fromPartition('print')
  restrictSession(printing, [origin, 'data:'])
  printing.protocol.handle('app', ({ url }) => {
    const html = documents.get(url)
    if (html === undefined) return new Response('Not found', { status: 404 })
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printPolicy() }
    return new Response(html, { headers })
  })
  return printing
}

async function print(address: string, printing: Session): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printing, sandbox: true, contextIsolation: true, javascript: false, devTools: false },
  })
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
  }
}
