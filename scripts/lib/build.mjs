import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist, root } from './paths.mjs'

/**
 * The parts of the program that are built separately. `sources` decide when a part is out of date.
 * Main and preload are CommonJS because a sandboxed preload cannot be anything else; engine and
 * command line keep most packages outside, so that native parts and workers are found.
 */
const parts = {
  engine: {
    sources: ['electron/engine', 'electron/cli', 'shared'],
    bundles: [
      { entry: 'electron/engine/engine-process.ts', out: 'engine/engine-process.mjs' },
      {
        entry: 'electron/engine/export/office/office-writer.ts',
        out: 'engine/office-writer.mjs',
      },
      { entry: 'electron/cli/standpoint.ts', out: 'cli/standpoint.mjs' },
    ],
    options: { format: 'esm', external: packagesOutside(), target: 'node22' },
  },
  main: {
    sources: ['electron/main', 'electron/preload', 'shared'],
    bundles: [
      { entry: 'electron/main/main.ts', out: 'main/main.cjs' },
      { entry: 'electron/preload/preload.ts', out: 'preload/preload.cjs' },
    ],
    options: { format: 'cjs', external: ['electron'], target: 'node20' },
  },
  renderer: { sources: ['renderer', 'shared', 'vite.config.ts'] },
}

/**
 * The packages that engine and command line find in `node_modules`. Those of many small modules are
 * taken in: opening their files one by one was half of the time that either takes to start.
 */
function packagesOutside() {
  const inside = /^(zod|docx|parse5|write-excel-file|d3-.*)$/
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => !inside.test(name))
}

/**
 * Builds those of the named parts whose sources have changed since they were built. Writes nothing
 * to standard output.
 */
export async function ensureBuilt(names = Object.keys(parts)) {
  for (const name of names) {
    const part = parts[name]
    const fingerprint = fingerprintOf([
      'package.json',
      'package-lock.json',
      'scripts/lib/build.mjs',
      ...part.sources,
    ])
    const stampFile = join(dist, `.${name}-stamp`)
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) continue
    if (name === 'main')
      await bundle(part, { CONTRACT_NAMES: JSON.stringify(await contractNames()) })
    else if (part.bundles) await bundle(part)
    else await buildRenderer()
    writeWhole(stampFile, fingerprint)
  }
}

/**
 * The names of all commands, queries and events. The preload refuses every other name, and gets
 * them at build time because loading the whole contract there would slow the start of a window.
 */
async function contractNames() {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [join(root, 'shared/contract/index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const compiled = join(dist, `.contract-${randomUUID()}.mjs`)
  writeWhole(compiled, result.outputFiles[0].contents)
  try {
    const { commands, queries, events } = await import(pathToFileURL(compiled).href)
    return {
      commands: Object.keys(commands),
      queries: Object.keys(queries),
      events: Object.keys(events),
    }
  } finally {
    rmSync(compiled)
  }
}

async function bundle(part, define = {}) {
  const { build } = await import('esbuild')
  for (const { entry, out } of part.bundles) {
    const outfile = join(dist, out)
    const result = await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      write: false,
      platform: 'node',
      sourcemap: 'linked',
      logLevel: 'error',
      ...part.options,
      define,
    })
    for (const file of result.outputFiles) writeWhole(file.path, file.contents)
  }
}

/** Built beside and swapped in, so that a window opened meanwhile finds the old pages or the new. */
async function buildRenderer() {
  const { build } = await import('vite')
  const target = join(dist, 'renderer')
  const draft = `${target}.${process.pid}`
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true },
  })
  rmSync(target, { recursive: true, force: true })
  renameSync(draft, target)
}

/** Renamed into place, so that a program started in the same moment never reads half a file. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/** Names, sizes and times of all files under `paths`: changes with every edit, addition, removal. */
function fingerprintOf(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const stat = statSync(full)
    if (stat.isDirectory()) {
      for (const name of readdirSync(full).toSorted()) visit(`${path}/${name}`)
    } else {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
    }
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
