import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { codeActions } from '../codes/code-actions.ts'
import { codesToForest } from '../codes/tree/code-forest.ts'
import { namesOfCompareActions } from '../compare/compare-actions.ts'
import { namesOfReadingActions } from '../reading/reading-actions.ts'
import '../ui/tokens.css'
import './base.css'
import { mapPageKeys } from '../maps/map-page-keys.ts'
import { declareActions } from './actions.ts'
import { App } from './app.tsx'
import { callApp } from './bridge.ts'
import { startHistory } from './history-acts.ts'
import { startNativeMenu } from './native-menu.ts'
import { startQueryCache } from './query-cache.ts'
import { openProject, startSession } from './session.ts'
import { loadSettings } from './settings.ts'
import { startShortcuts } from './shortcuts.ts'
import { startWork } from './work.ts'
import { startWorkspaceMemory } from './workspace-memory.ts'

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (place === null) return
  await loadSettings()
  startQueryCache()
  startSession()
  startHistory()
  startWork()
  startWorkspaceMemory()
  startShortcuts()
  startNativeMenu()
  declareActions([
    ...namesOfReadingActions(),
    ...namesOfCompareActions(),
    ...codeActions(codesToForest([])),
    ...mapPageKeys(),
  ])
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  const path = await callApp('app.openRequest', {})
  if (path !== null) await openProject(path)
}

void start()
