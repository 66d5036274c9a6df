import type { Code } from '../../../shared/model/entities.ts'
import { codesToForest } from '../../../renderer/codes/tree/code-forest.ts'

/** Makes codes from lines such as `work > mapping 3`, the number being its own codings. */
export function codesFromLines(lines: readonly string[]): Code[] {
  return lines.map((line, order) => {
    const [, path = '', count = '0'] = /^(.*?)(?: (\d+))?$/.exec(line) ?? []
    const names = path.split(' > ')
    const name = names.at(-1) ?? ''
    return {
      id: name,
      name,
      kind: 'free',
      parentId: names.at(-2) ?? null,
      order,
      definition: '',
      whenToUse: '',
      whenNotToUse: '',
      aliases: [],
      hue: 25,
      status: 'in use',
      examples: [],
      entity: null,
      codings: Number(count),
      sources: 0,
      created: '2026-01-01T00:00:00.000Z',
      createdBy: 'ana',
      changed: '2026-01-01T00:00:00.000Z',
    }
  })
}

export const sampleLines = [
  'work 1',
  'work > mapping 6',
  'work > mapping > at home 2',
  'work > trust 4',
  'work > hours 9',
  'texts',
  'texts > form 3',
  'time 5',
]

export const sampleForest = () => codesToForest(codesFromLines(sampleLines))
