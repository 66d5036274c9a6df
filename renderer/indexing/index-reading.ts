import { paragraphPlaces } from '../../shared/text/paragraphs.ts'
import type { TextRange } from '../../shared/text/segments.ts'
import type { Action } from '../app/actions.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { rangeToCode } from '../reading/reading-acts.ts'
import type { ReadingScene } from '../reading/reading-acts.ts'
import type { InHand } from './in-hand.ts'
import { indexActNames, indexActs } from './index-acts.ts'
import { toggleAid } from './reading-aids.ts'
import type { IndexAct } from './index-acts.ts'

/** Begins an act of indexing on the selection, the passage in hand, or the sentence at the caret. */
export function beginIndexing(scene: ReadingScene, act: IndexAct): void {
  const range = rangeToCode(scene)
  if (range === undefined) toast({ text: text('reading.noSelection') })
  else scene.openIndexing(act, range)
}

type Act = (scene: ReadingScene) => void

/** By the key that does it while reading. */
export const indexingKeys: Record<string, Act> = Object.fromEntries(
  indexActNames.map((act) => [indexActs[act], (scene: ReadingScene) => beginIndexing(scene, act)]),
)

/** The acts of indexing for palette, menu and the page of shortcuts. */
export function indexingActions(on: (does: Act) => () => void): Action[] {
  const acts = indexActNames.map((act): Action => ({
    id: `indexing.${act}`,
    labelKey: `indexing.act.${act}`,
    shortcut: `Key${indexActs[act].toUpperCase()}`,
    plainKey: true,
    changes: true,
    menu: 'code',
    group: 4,
    perform: on((scene) => beginIndexing(scene, act)),
  }))
  return [
    ...acts,
    {
      id: 'indexing.questions',
      labelKey: 'indexing.questions.toggle',
      menu: 'view',
      group: 15,
      perform: () => toggleAid('questions'),
    },
    {
      id: 'indexing.watchList',
      labelKey: 'indexing.watch.toggle',
      menu: 'view',
      group: 15,
      perform: () => toggleAid('watchList'),
    },
  ]
}

/** What is known of the words an act is begun on. */
export function inHand({ surface, source }: ReadingScene, range: TextRange): InHand {
  const { start, end } = range
  const { sourceId } = source
  const place = paragraphPlaces(surface.source).findLast((paragraph) => paragraph.start <= start)
  return {
    at: { sourceId, start, end },
    sourceId,
    start,
    end,
    quote: surface.text.slice(start, end),
    speaker: place?.speaker ?? '',
  }
}
