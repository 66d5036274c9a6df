import { EyeOff, Layers } from 'lucide-react'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'

/** Says in a source of the round this device is in where codings go to, and leaves the round. */
export function RoundBanner({ sourceId }: { sourceId: string }) {
  const t = useT()
  const rounds = useQuery('rounds.list', {}, ['rounds', 'project']).data?.items ?? []
  const round = rounds.find((each) => each.isCurrent)
  if (round === undefined || !round.sourceIds.includes(sourceId)) return null
  const Icon = round.isBlind ? EyeOff : Layers
  return (
    <div className="reading-banner" role="status">
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{t(round.isBlind ? 'rounds.inBlind' : 'rounds.inOpen', { name: round.name })}</span>
      <button type="button" onClick={() => void act('rounds.enter', { roundId: null })}>
        {t('rounds.leave')}
      </button>
    </div>
  )
}
