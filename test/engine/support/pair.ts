import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newProject, newSource, temporaryFolder, TestEngine } from './project.ts'

/** Two analysts on two devices with copies of one project that have the same in them. */
export interface Pair {
  folder: string
  anna: TestEngine
  bo: TestEngine
  paths: { anna: string; bo: string }
  sourceId: string
  codeId: string
}

export const interview =
  'Intervjuer: Hva gjør du da?\nKari: Jeg ringer legen og venter på svar.\nKari: Så skriver jeg i loggen.\n'

/** Anna's project has one interview and one code; Bo has joined it from a bundle. */
export async function newPair(): Promise<Pair> {
  const folder = temporaryFolder()
  const paths = { anna: join(folder, 'anna.standpoint'), bo: join(folder, 'bo.standpoint') }
  const anna = await newProject(paths.anna)
  const sourceId = await newSource(anna, interview)
  const { id: codeId } = await anna.do('codes.create', { name: 'venting' })
  const bundle = join(folder, 'begin.bundle')
  await anna.do('sync.bundle', { path: bundle })
  const bo = new TestEngine()
  onTestFinished(() => bo.close())
  await bo.do('project.join', { bundle, path: paths.bo, analyst: 'Bo Bakken' })
  return { folder, anna, bo, paths, sourceId, codeId }
}

let number = 0

/** Sends what one has to the other by a bundle with everything. */
export async function send(pair: Pair, from: TestEngine, to: TestEngine): Promise<void> {
  number += 1
  const path = join(pair.folder, `${number}.bundle`)
  await from.do('sync.bundle', { path })
  await to.do('sync.merge', { path })
}

/** Codes the words where they stand first. */
export async function codeWords(
  engine: TestEngine,
  sourceId: string,
  words: string,
  codeId: string,
): Promise<string> {
  const { text } = await engine.get('sources.text', { sourceId })
  const start = text.indexOf(words)
  const made = await engine.do('passages.code', {
    sourceId,
    start,
    end: start + words.length,
    codeId,
  })
  return made.passageId
}
