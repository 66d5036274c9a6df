import { app, protocol } from 'electron'
import type { Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { contentPolicy } from './content-policy.ts'

/**
 * The window's pages come from a scheme of their own: only files of `dist/renderer` can be asked
 * for, and the origin is not `file:`, which may read any file.
 */
const scheme = 'standpoint'
const host = 'app'
export const pageOrigin = `${scheme}://${host}`
export const pageAddress = `${pageOrigin}/index.html`

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** After the app is ready. */
export function serveScheme(session: Session): void {
  const folder = join(app.getAppPath(), 'dist', 'renderer')
  session.protocol.handle(scheme, async (request) => {
    const path = pathOfRequest(folder, request)
    const type = path === undefined ? undefined : types[extname(path)]
    if (path === undefined || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Referrer-Policy': 'no-referrer',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

/** The file that is asked for, or `undefined` if it is not one of the program's own. */
function pathOfRequest(folder: string, request: Request): string | undefined {
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.host !== host) return undefined
  const path = join(folder, decodeURIComponent(address.pathname))
  return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined
}
