import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { PassageInContext } from '../../shared/model/entities.ts'
import { paragraphStarts } from '../../shared/text/edit.ts'
import { useT } from '../app/i18n.ts'
import type { TextKey } from '../app/i18n.ts'
import { useStore } from '../app/store.ts'
import { openSource } from '../reading/open-source.ts'
import { movedByWord } from '../reading/reading-acts.ts'

const moves: { label: TextKey; side: 'start' | 'end'; direction: 1 | -1 }[] = [
  { label: 'passages.startEarlier', side: 'start', direction: -1 },
  { label: 'passages.startLater', side: 'start', direction: 1 },
  { label: 'passages.endEarlier', side: 'end', direction: -1 },
  { label: 'passages.endLater', side: 'end', direction: 1 },
]

/** Draws the passage longer or shorter, word by word, while its text is open. */
export function PassageRange({ passage }: { passage: PassageInContext }) {
  const t = useT()
  const source = openSource(passage.sourceId)
  const text = useStore(source.store, (state) => state.text)
  if (text === undefined) return null
  const move = (side: 'start' | 'end', direction: 1 | -1): void => {
    const here = source.find(passage.id) ?? passage
    const segmented = { text: text.text, blocks: text.blocks, starts: paragraphStarts(text.text) }
    const range = movedByWord(segmented, here, side, direction)
    if (range !== undefined) void source.changeRange(passage.id, range)
  }
  return (
    <section aria-label={t('passages.range')}>
      <h4 className="passage-heading">{t('passages.range')}</h4>
      <div className="passage-range">
        {moves.map(({ label, side, direction }) => (
          <button
            key={label}
            type="button"
            aria-label={t(label)}
            title={t(label)}
            onClick={() => move(side, direction)}
          >
            {side === 'start' && <span aria-hidden="true">[</span>}
            {direction === -1 ? (
              <ChevronLeft size={14} strokeWidth={1.75} />
            ) : (
              <ChevronRight size={14} strokeWidth={1.75} />
            )}
            {side === 'end' && <span aria-hidden="true">]</span>}
          </button>
        ))}
      </div>
    </section>
  )
}
