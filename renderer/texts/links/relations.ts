import { useMemo } from 'react'
import { builtInRelations } from '../../../shared/model/institution-kinds.ts'
import type { BuiltInRelation } from '../../../shared/model/institution-kinds.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import type { Translate } from '../../app/i18n.ts'

/** A relation in the reader's words, in both directions. */
export interface RelationWords {
  /** Name of a built-in relation, or id of one of the project's own. */
  id: string
  forward: string
  backward: string
  /** Its target stands above its start. */
  isUpward: boolean
  isOwn: boolean
  /** Of an own relation: how it reads backwards, as it was given; may be empty. */
  inverse: string
  links: number
}

export interface Relations {
  all: RelationWords[]
  of: (id: string) => RelationWords | undefined
}

/** All relations, built-in ones first. */
export function useRelations(): Relations {
  const t = useT()
  const items = useQuery('relations.list', {}, ['texts']).data?.items
  return useMemo(() => {
    const all = (items ?? []).map((item): RelationWords => {
      const { id, upward: isUpward, inverse, links } = item
      if (isBuiltIn(id))
        return { id, ...builtInWords(t, id), isUpward, isOwn: false, inverse, links }
      const backward = inverse === '' ? t('links.inverseUnnamed', { name: item.name }) : inverse
      return { id, forward: item.name, backward, isUpward, isOwn: true, inverse, links }
    })
    const byId = new Map(all.map((relation) => [relation.id, relation]))
    return { all, of: (id) => byId.get(id) }
  }, [items, t])
}

function builtInWords(t: Translate, id: BuiltInRelation) {
  return { forward: t(`institution.relation.${id}`), backward: t(`institution.inverse.${id}`) }
}

function isBuiltIn(id: string): id is BuiltInRelation {
  return (builtInRelations as readonly string[]).includes(id)
}
