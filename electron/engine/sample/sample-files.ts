import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { sourceKinds, sourceLevels } from '../../../shared/model/kinds.ts'

const sources = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(sourceKinds),
    level: z.enum(sourceLevels),
    date: z.string(),
    place: z.string(),
    speaker: z.string(),
    role: z.string(),
  }),
)
const passages = z.array(
  z.object({ id: z.string(), source: z.string(), quote: z.string(), codes: z.array(z.string()) }),
)
/** A command whose strings may stand for what earlier ones made: `@key` an id, `#passage` a place. */
const acts = z.array(
  z.object({
    as: z.string().optional(),
    command: z.string(),
    args: z.record(z.string(), z.json()),
  }),
)

export type SampleAct = z.infer<typeof acts>[number]

/** The sample project as it is written: texts, quotes with their codes, and what is made of them. */
export interface SampleFiles {
  sources: (z.infer<typeof sources>[number] & { path: string })[]
  passages: z.infer<typeof passages>
  codebook: SampleAct[]
  /** In this order: later ones speak of earlier ones. */
  analysis: SampleAct[]
}

export function readSampleFiles(folder: string = sampleFolder()): SampleFiles {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  return {
    sources: sources
      .parse(read('sources'))
      .map((source) => ({ ...source, path: join(folder, `${source.id}.md`) })),
    passages: passages.parse(read('passages')),
    codebook: acts.parse(read('codebook')),
    analysis: ['register', 'work', 'indexing', 'findings', 'memos'].flatMap((name) =>
      acts.parse(read(name)),
    ),
  }
}

/** Beside the program, built or from its sources. */
function sampleFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const sample = join(folder, 'fixtures', 'sample')
    if (existsSync(join(sample, 'sources.json'))) return sample
    const above = dirname(folder)
    if (above === folder) throw new Error('the sample project is not beside the program')
    folder = above
  }
}
