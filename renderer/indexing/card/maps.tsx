import { MapIcon } from 'lucide-react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { showPassageOnMap } from '../../maps/show-on-map.ts'
import { CardPart } from './card-parts.tsx'

/** Maps on which something stands that rests on a passage. */
export function MapsOfPassage({ passageId }: { passageId: string }) {
  const t = useT()
  const topics = ['maps', 'texts', 'work', 'indexing'] as const
  const items = useQuery('maps.list', { passageId }, topics).data?.items ?? []
  return (
    <CardPart title={t('indexing.card.maps')}>
      {items.map((map) => (
        <button
          key={map.id}
          type="button"
          className="passage-index-name"
          title={t('indexing.card.openMap', { name: map.name })}
          onClick={() => void showPassageOnMap(map, passageId)}
        >
          <MapIcon size={13} strokeWidth={1.75} aria-hidden />
          {map.name}
        </button>
      ))}
    </CardPart>
  )
}
