import { useMemo } from 'react'
import { claimBases, claimStances } from '../../../shared/model/institution-kinds.ts'
import type { Link, LinkEnd } from '../../../shared/model/institution.ts'
import { ask } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { endOf, listed, useLinkEnds, useRelations } from '../index-data.ts'
import type { Answer, Answers, IndexForm, Row } from '../index-form.ts'
import { basisFor, useTextsOfSource } from './basis.ts'

/** From, relation and to; the passage is the evidence. */
export function useLinkForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const ends = useLinkEnds()
  const relations = useRelations()
  const held = useTextsOfSource(hand.sourceId)
  return useMemo(() => {
    const bases = listed(t, claimBases, 'basis')
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { from, relation, to } = answers
      const basis = claimBases.find((each) => each === answers['basis']?.value) ?? 'observed'
      const stance = claimStances.find((each) => each === answers['stance']?.value) ?? 'supports'
      const first = endFor(from)
      const second = endFor(to)
      const isBackwards = relation?.value.startsWith('<') === true
      const link = {
        from: isBackwards ? second : first,
        relation: (relation?.value ?? '').replace(/^</, ''),
        to: isBackwards ? first : second,
      }
      const passageId = await addEvidence(link, { basis, stance, passages: [hand.at] })
      const said = t(`indexing.done.link_${stance}`, {
        from: from?.label ?? '',
        relation: relation?.label ?? '',
        to: to?.label ?? '',
      })
      return passageId === undefined ? { said } : { said, passageId }
    }
    return {
      title: t('indexing.title.link'),
      rows: (answers) => {
        const given = [answers['from'], answers['to']].flatMap((end) => end?.value ?? [])
        const basis = basisFor(hand, held, given)
        return [
          endRow('from', t('indexing.row.from')),
          {
            kind: 'choose',
            id: 'relation',
            label: t('indexing.row.relation'),
            placeholder: t('indexing.place.relation'),
            choices: relations,
          },
          endRow('to', t('indexing.row.to')),
          {
            kind: 'pick',
            id: 'basis',
            label: t('indexing.row.basis'),
            choices: bases,
            preset: { value: basis, label: t(`institution.basis.${basis}`) },
          },
          {
            kind: 'pick',
            id: 'stance',
            label: t('indexing.row.claimStance'),
            choices: listed(t, claimStances, 'stanceOfClaim'),
            preset: { value: 'supports', label: t('institution.stanceOfClaim.supports') },
          },
        ]
      },
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }

    function endRow(id: string, label: string): Row {
      const placeholder = t('indexing.place.end')
      return { kind: 'choose', id, label, placeholder, choices: ends, makesNew: true }
    }
  }, [t, ends, relations, held, hand, onDone])
}

type EndOrNew = LinkEnd | { newText: string }

function endFor(answer: Answer | undefined): EndOrNew {
  const { id = '', name } = chosenOrNew(answer)
  return name === undefined ? endOf(id) : { newText: name }
}

interface Evidence {
  basis: (typeof claimBases)[number]
  stance: (typeof claimStances)[number]
  passages: InHand['at'][]
}

/** To the link if there is one already, otherwise to a new one. Gives the passage. */
async function addEvidence(
  link: { from: EndOrNew; relation: string; to: EndOrNew },
  evidence: Evidence,
): Promise<string | undefined> {
  const same = await knownLink(link)
  if (same !== undefined) {
    const about = { type: 'link' as const, id: same.id }
    return (await must('claims.create', { about, ...evidence })).passageIds[0]
  }
  const { id } = await must('links.create', { ...link, evidence: [evidence] })
  const claims = await ask('claims.list', { about: { type: 'link', id } })
  return claims.ok ? claims.value.items[0]?.passageIds[0] : undefined
}

async function knownLink({
  from,
  relation,
  to,
}: {
  from: EndOrNew
  relation: string
  to: EndOrNew
}): Promise<Link | undefined> {
  if ('newText' in from || 'newText' in to) return undefined
  const known = await ask('links.list', { thing: from })
  if (!known.ok) return undefined
  return known.value.items.find(
    (each) => each.relation === relation && isSameEnd(each.from, from) && isSameEnd(each.to, to),
  )
}

function isSameEnd(a: LinkEnd, b: LinkEnd): boolean {
  return a.type === b.type && a.id === b.id
}
