import { app } from 'electron'
import type { Session, WebContents } from 'electron'
import { pageAddress, pageOrigin } from './app-scheme.ts'

/** Schemes a page of ours may load from. Everything else is cancelled, whoever asks. */
const allowedSchemes = ['standpoint:', 'devtools:', 'blob:', 'data:']

/**
 * Before the app is ready: Chromium's own background traffic off, and no host name resolved at all,
 * so that even a request that slipped through would reach nobody.
 */
export function switchOffNetworking(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('disable-breakpad')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** No permission, no download, no request to anywhere. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${pageOrigin}/no-dictionaries/`)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowedSchemes.includes(schemeOf(details.url)) })
  })
}

/** A window shows the page it was made for and never another one; it opens no windows. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Chromium asks nobody before it shows about:blank; the way back is all that is left.
  contents.on('did-navigate', (_event, url) => {
    if (url !== pageAddress) void contents.loadURL(pageAddress)
  })
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':') + 1)
}
