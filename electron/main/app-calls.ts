import { app, dialog, shell } from 'electron'
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron'
import { extname } from 'node:path'
import * as z from 'zod'
import type { AppCalls, AppCallName } from '../../shared/contract/app.ts'
import { menuTemplates } from './app-menu.ts'
import { openWindow } from './project-window.ts'
import type { ProjectWindow } from './project-window.ts'
import { forgetRecentProject, noteRecentProject, recentProjects } from './recent-projects.ts'
import { changeSettings, settings, settingsChange } from './settings-store.ts'

/** One call: how its input is checked and what it does for the window that asks. */
export interface AppCall<N extends AppCallName> {
  input: z.ZodType<AppCalls[N]['in']>
  run: (input: AppCalls[N]['in'], from: ProjectWindow) => Promise<AppCalls[N]['out']>
}

const nothing = z.object({})
const filters = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }))
const title = z.string().exactOptional()
const projectFilter: FileFilter = { name: 'Standpoint', extensions: ['standpoint'] }

export const appCalls: { [N in AppCallName]: AppCall<N> } = {
  'app.chooseOpen': {
    input: nothing,
    run: async (_input, { window }) =>
      (await choose(window, { properties: ['openFile'], filters: [projectFilter] }))[0] ?? null,
  },
  'app.chooseSave': {
    input: z.object({ title, defaultName: z.string(), filters }),
    run: async (input, { window }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        ...(input.title === undefined ? {} : { title: input.title }),
        defaultPath: input.defaultName,
        filters: input.filters,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      return canceled || !filePath ? null : withExtension(filePath, input.filters)
    },
  },
  'app.chooseFiles': {
    input: z.object({ title, filters, multiple: z.boolean().exactOptional() }),
    run: async (input, { window }) =>
      await choose(window, {
        ...(input.title === undefined ? {} : { title: input.title }),
        filters: input.filters,
        properties: ['openFile', ...(input.multiple === false ? [] : ['multiSelections' as const])],
      }),
  },
  'app.chooseFolder': {
    input: z.object({ title }),
    run: async (input, { window }) =>
      (
        await choose(window, {
          ...(input.title === undefined ? {} : { title: input.title }),
          properties: ['openDirectory', 'createDirectory'],
        })
      )[0] ?? null,
  },
  'app.recent': { input: nothing, run: async () => recentProjects() },
  'app.noteRecent': {
    input: z.object({ path: z.string().min(1), title: z.string() }),
    run: async (input) => {
      noteRecentProject(input.path, input.title)
      return null
    },
  },
  'app.forgetRecent': {
    input: z.object({ path: z.string() }),
    run: async ({ path }) => {
      forgetRecentProject(path)
      return null
    },
  },
  'app.settings': { input: nothing, run: async () => settings() },
  'app.changeSettings': { input: settingsChange, run: async (input) => changeSettings(input) },
  'app.setMenu': {
    input: z.object({ menus: menuTemplates }),
    run: async ({ menus }, from) => {
      from.setMenu(menus)
      return null
    },
  },
  'app.openWindow': {
    input: z.object({ path: z.string().exactOptional() }),
    run: async ({ path }) => {
      openWindow(path ?? null)
      return null
    },
  },
  'app.closeWindow': {
    input: nothing,
    run: async (_input, { window }) => {
      window.close()
      return null
    },
  },
  'app.setTitle': {
    input: z.object({ title: z.string(), path: z.string().nullable() }),
    run: async (input, from) => {
      from.setTitle(input.title, input.path)
      return null
    },
  },
  'app.showInFolder': {
    input: z.object({ path: z.string().min(1) }),
    run: async ({ path }) => {
      shell.showItemInFolder(path)
      return null
    },
  },
  'app.info': {
    input: nothing,
    run: async () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      locale: app.getLocale(),
    }),
  },
  'app.openRequest': { input: nothing, run: async (_input, from) => from.takeOpenRequest() },
}

async function choose(window: BrowserWindow, options: OpenDialogOptions): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}

/** Not every desktop's dialog adds the ending that was chosen. */
function withExtension(path: string, choices: FileFilter[]): string {
  const known = choices.flatMap(({ extensions }) => extensions)
  const first = known[0]
  if (first === undefined || known.includes(extname(path).slice(1).toLowerCase())) return path
  return `${path}.${first}`
}
