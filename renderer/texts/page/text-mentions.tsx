import { ArrowUpRight } from 'lucide-react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { activationModes } from '../../../shared/model/institution-kinds.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import { useCodes } from '../../codes/code-data.ts'
import { Button, IconButton, Menu } from '../../ui/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { TextSection } from './text-section.tsx'

type Mention = QueryOutput<'texts.mentions'>['items'][number]

const mostShown = 60
/** So many characters of the source stand before the words of an excerpt. */
const excerptReach = 60

/** Where the text is spoken of in the sources, and what each place can be taken as. */
export function TextMentions({ text }: { text: InstitutionalText }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery('texts.mentions', { textId: text.id, limit: mostShown }, [
    'texts',
    'sources',
  ])
  const activations = useQuery('activations.list', { textId: text.id }, ['indexing', 'passages'])
    .data?.items
  const isActivation = (mention: Mention) =>
    activations?.some(
      (item) =>
        item.sourceId === mention.sourceId && item.start < mention.end && item.end > mention.start,
    ) === true
  return (
    <TextSection
      title={t('texts.mentions')}
      count={data?.total ?? 0}
      hint={t('texts.mentionsHint')}
    >
      {data?.total === 0 && <p className="text-quiet">{t('texts.noMentions')}</p>}
      <ul className="text-places">
        {data?.items.map((mention) => (
          <MentionRow
            key={`${mention.sourceId}:${mention.start}`}
            text={text}
            mention={mention}
            isActivation={isActivation(mention)}
          />
        ))}
      </ul>
      {data !== undefined && data.total > data.items.length && (
        <p className="text-quiet">
          {t('texts.mentionsMore', { shown: data.items.length, count: format.number(data.total) })}
        </p>
      )}
    </TextSection>
  )
}

interface MentionRowProps {
  text: InstitutionalText
  mention: Mention
  isActivation: boolean
}

function MentionRow({ text, mention, isActivation }: MentionRowProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { codes } = useCodes()
  const { sourceId, start, end } = mention
  const at = { sourceId, start, end }
  const jump = (beside: boolean): void => {
    openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
    select({ type: 'source', id: sourceId })
  }
  const takeAsActivation = async (mode: (typeof activationModes)[number]): Promise<void> => {
    const made = await act('activations.create', { at, textId: text.id, mode })
    if (made === undefined) return
    select({ type: 'passage', id: made.passageId, sourceId: made.sourceId })
    toastWithUndo(t('texts.tookActivation', { mode: t(`institution.mode.${mode}`) }))
  }
  const takeAsClause = async (): Promise<void> => {
    const made = await act('clauses.create', { textId: text.id, at })
    if (made === undefined) return
    select({ type: 'clause', id: made.id })
    toastWithUndo(t('texts.tookClause'))
  }
  const code = async (codeId: string, name: string): Promise<void> => {
    const coded = await act('passages.code', { ...at, codeId })
    if (coded === undefined) return
    select({ type: 'passage', id: coded.passageId, sourceId: coded.sourceId })
    toastWithUndo(t('texts.tookCoding', { name }))
  }
  const bound = codes.filter((each) => each.entity?.id === text.id)
  const items: MenuEntry[] = [
    { heading: t('texts.takeAsActivation') },
    ...activationModes.map((mode) => ({
      label: t(`institution.mode.${mode}`),
      perform: () => void takeAsActivation(mode),
    })),
    'separator',
    ...bound.map((each) => ({
      label: t('texts.takeAsCoding', { name: each.name }),
      perform: () => void code(each.id, each.name),
    })),
    ...(text.sourceIds.includes(sourceId)
      ? [{ label: t('texts.takeAsClause'), perform: () => void takeAsClause() }]
      : []),
  ]
  return (
    <li className="text-mention">
      <button
        type="button"
        className="text-place"
        onClick={(event) => jump(event.ctrlKey || event.metaKey)}
      >
        <span className="text-place-facts">
          {mention.speaker !== '' && <strong>{mention.speaker}</strong>}
          <span>{mention.sourceTitle}</span>
          <span>{t('texts.paragraph', { number: mention.paragraph })}</span>
          {isActivation && <span className="text-place-done">{t('texts.alreadyActivation')}</span>}
        </span>
        <Excerpt mention={mention} />
      </button>
      <IconButton
        icon={ArrowUpRight}
        size="small"
        noTooltip
        label={`${t('texts.jump')}: ${mention.sourceTitle}, ${t('texts.paragraph', { number: mention.paragraph })}`}
        onClick={(event) => jump(event.ctrlKey || event.metaKey)}
      />
      <Menu
        align="end"
        trigger={
          <Button size="small" disabled={isReadOnly}>
            {t('texts.takeAs')}
          </Button>
        }
        items={items.at(-1) === 'separator' ? items.slice(0, -1) : items}
      />
    </li>
  )
}

/** The words around a mention, with the name it was found by marked. */
function Excerpt({ mention }: { mention: Mention }) {
  const { excerpt, name, start } = mention
  // The same words may stand twice in it: the ones meant are about where the excerpt has its middle.
  const expected = Math.min(start, excerptReach)
  let place = -1
  for (let at = excerpt.indexOf(name); at !== -1; at = excerpt.indexOf(name, at + 1)) {
    if (place === -1 || Math.abs(at - expected) < Math.abs(place - expected)) place = at
  }
  if (place === -1) return <span className="text-place-quote">{excerpt}</span>
  return (
    <span className="text-place-quote">
      {excerpt.slice(0, place)}
      <mark>{name}</mark>
      {excerpt.slice(place + name.length)}
    </span>
  )
}
