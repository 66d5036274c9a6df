import {
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Frame,
  Redo2,
  Spline,
  X,
} from 'lucide-react'
import { withCounterparts } from '../../shared/analysis/map/overlaid.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, DeleteButton, IconButton } from '../ui/index.ts'
import type { FlowNodes } from './canvas/use-flow-nodes.ts'
import { endsOf } from './canvas/use-canvas-keys.ts'
import { arranged } from './canvas/neighbours.ts'
import type { Arrangement } from './canvas/neighbours.ts'
import { freeNodes, join, removeNodes } from './maps-acts.ts'

interface Props {
  mapId: string
  flow: FlowNodes
  isMovable: boolean
  onFrame: () => void
}

const arrangements = [
  { how: 'left', icon: AlignStartVertical, least: 2 },
  { how: 'top', icon: AlignStartHorizontal, least: 2 },
  { how: 'across', icon: AlignHorizontalDistributeCenter, least: 3 },
  { how: 'down', icon: AlignVerticalDistributeCenter, least: 3 },
] as const

/** What can be done with several chosen boxes. */
export function ChoiceBar({ mapId, flow, isMovable, onFrame }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { chosen } = flow
  if (chosen.length < 2 || isReadOnly) return null
  const all = withCounterparts(
    flow.nodes.map(({ data }) => data.drawn.node),
    chosen,
  )
  const ends = endsOf(chosen, flow.current)
  const align = (how: Arrangement): void =>
    void flow.place(
      arranged(
        chosen.flatMap((key) => flow.byId.get(key) ?? []),
        how,
      ),
    )
  return (
    <div className="map-choice" role="toolbar" aria-label={t('maps.chosenTools')}>
      <span>{t('maps.chosen', { count: chosen.length })}</span>
      {isMovable &&
        arrangements.map(({ how, icon, least }) => (
          <IconButton
            key={how}
            icon={icon}
            size="small"
            label={t(`maps.arrange_${how}`)}
            disabled={chosen.length < least}
            onClick={() => align(how)}
          />
        ))}
      {isMovable && (
        <IconButton
          icon={Redo2}
          size="small"
          label={t('maps.free')}
          onClick={() => void freeNodes(mapId, all)}
        />
      )}
      {ends !== null && (
        <Button size="small" variant="quiet" icon={Spline} onClick={() => void join(...ends)}>
          {t('maps.join')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        icon={Frame}
        disabled={!chosen.some((key) => key.startsWith('step:'))}
        onClick={onFrame}
      >
        {t('maps.makeFrame')}
      </Button>
      <DeleteButton
        size="small"
        label={t('maps.remove')}
        onClick={() => void removeNodes(mapId, all)}
      />
      <IconButton
        icon={X}
        size="small"
        label={t('maps.chooseNone')}
        onClick={() => flow.choose([])}
      />
    </div>
  )
}
