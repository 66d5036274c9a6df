import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../../scripts/lib/paths.mjs'
import { startEngine } from './engine-client.mjs'
import { corpusText, randomFrom } from './texts.mjs'

/** To be raised when the generator or the project format changes: the files are made anew. */
const key = 'coded-2'
const codesInProject = 40

export const codedTitle = 'Thesis'

/**
 * A project with the corpus as its one source and so many codings, each as long as it takes for every
 * place to be coded `depth` times on average. Made once, kept, and copied to `target`.
 */
export async function codedProject(target, codings, depth) {
  const folder = join(cache, 'bench')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `${key}-${codings}.standpoint`)
  if (!existsSync(kept)) await makeProject(folder, kept, codings, depth)
  copyFileSync(kept, target)
}

async function makeProject(folder, kept, codings, depth) {
  const file = join(folder, `${codedTitle}.txt`)
  writeFileSync(file, corpusText())
  const draft = join(folder, `draft-${codings}.standpoint`)
  const engine = startEngine()
  await engine.command('project.create', { path: draft, title: codedTitle, analyst: 'Kari' })
  const { items } = await engine.command('sources.import', { paths: [file] })
  const sourceId = items[0].sourceIds[0]
  const { text } = await engine.query('sources.text', { sourceId })
  const codeIds = []
  for (let number = 1; number <= codesInProject; number++) {
    codeIds.push((await engine.command('codes.create', { name: `code ${number}` })).id)
  }
  const random = randomFrom(codings)
  const length = Math.round((text.length * depth) / codings)
  const commands = Array.from({ length: codings }, () => {
    const start = Math.floor(random() * (text.length - 2 * length))
    const end = start + Math.ceil(length * (0.5 + random()))
    const codeId = codeIds[Math.floor(random() * codeIds.length)]
    return engine.command('passages.code', { sourceId, start, end, codeId })
  })
  await Promise.all(commands)
  await engine.command('project.close')
  await engine.stop()
  renameSync(draft, kept)
}
