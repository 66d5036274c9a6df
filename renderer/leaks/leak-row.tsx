import type { Leak } from '../../shared/contract/leaks.ts'
import { useT } from '../app/i18n.ts'
import { Segmented, TextInput } from '../ui/index.ts'
import { choiceOf, maskable, proposalFor, type LeakChoice } from './leak-choices.ts'

const placesShown = 3

interface Props {
  leak: Leak
  onChoice: (choice: Partial<LeakChoice>) => void
}

/** One finding: the words, where they stand, and what is to happen to them. */
export function LeakRow({ leak, onChoice }: Props) {
  const t = useT()
  const { isReplaced, by } = choiceOf(leak)
  const [first, rest] = [leak.places.slice(0, placesShown), leak.places.slice(placesShown)]
  return (
    <li className="leak">
      <div className="leak-head">
        <strong>{leak.text}</strong>
        <span className="leak-times">
          {leak.kind === 'small-group'
            ? t('leaks.holders', { count: leak.holders })
            : t('leaks.places', { count: leak.places.length })}
        </span>
        {maskable(leak) && (
          <span className="leak-choice">
            {isReplaced && (
              <TextInput
                aria-label={t('leaks.by', { text: leak.text })}
                value={by}
                placeholder={proposalFor(leak)}
                onChange={(event) => onChoice({ by: event.target.value })}
              />
            )}
            <Segmented
              label={t('leaks.choice', { text: leak.text })}
              value={isReplaced ? 'replace' : 'leave'}
              options={(['leave', 'replace'] as const).map((value) => ({
                value,
                label: t(`leaks.${value}`),
              }))}
              onValue={(value) => onChoice({ isReplaced: value === 'replace' })}
            />
          </span>
        )}
      </div>
      <ul className="leak-places">
        {first.map((place, at) => (
          <PlaceLine key={at} {...place} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="leak-more">
          <summary>{t('leaks.morePlaces', { count: rest.length })}</summary>
          <ul className="leak-places">
            {rest.map((place, at) => (
              <PlaceLine key={at} {...place} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function PlaceLine({ place, before, text, after }: Leak['places'][number]) {
  return (
    <li>
      <span className="leak-place">{place}</span>
      <span className="leak-context">
        {before}
        <mark>{text}</mark>
        {after}
      </span>
    </li>
  )
}
