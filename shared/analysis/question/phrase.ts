import { builtInRelations } from '../../model/institution-kinds.ts'
import { translate, type Language, type TextKey, type Variables } from '../../i18n/index.ts'
import type { Names } from './names.ts'
import { evidenceKinds, type Leaf, type LeafOf, type Related } from './question.ts'

/** Marks the place of a denial until it is known whether there is one. */
const denial = '\uE000'

/** Words for the conditions of a question, in a language. */
export class Wording {
  readonly names: Names
  readonly language: Language

  constructor(names: Names, language: Language) {
    this.names = names
    this.language = language
  }

  t(key: TextKey, variables?: Variables): string {
    return translate(this.language, key, variables)
  }

  /** What is said of passages: “coded ventetid”, “not said by Torunn”. */
  leaf(leaf: Leaf, isDenied = false): string {
    return this.#phrase(leaf).replace(denial, isDenied ? this.t('sentence.not') : '')
  }

  /** How the passages of a relation stand to the others: “that overlap”. */
  relation({ how, distance }: Pick<Related, 'how' | 'distance'>): string {
    const key = how.replace(' ', '_')
    if (!distance || !['near', 'followed by', 'preceded by'].includes(how))
      return this.t(`sentence.relation.${key}` as TextKey)
    const { unit, count } = distance
    return this.t(`sentence.relation.${key}At` as TextKey, {
      distance: this.t(`sentence.distance.${unit}`, { count }),
    })
  }

  /** Names of things joined by “or”; what is gone says so. */
  list(kind: string, ids: readonly string[]): string {
    return this.#or(ids.map((id) => this.name(kind, id)))
  }

  name(kind: string, id: string): string {
    const known = this.names.find(kind, id)
    if (kind === 'question' && known?.type === 'built-in')
      return this.t(`institution.question.${id}` as TextKey)
    if (known === undefined || known.name === '') return this.t('sentence.gone')
    // Relations of their own making have no other name than the one they were given.
    if (kind === 'link' && builtInRelations.some((each) => each === known.type))
      return known.name.replace(
        ` – ${known.type} – `,
        ` – ${this.t(`institution.relation.${known.type}` as TextKey)} – `,
      )
    return known.name
  }

  #phrase(leaf: Leaf): string {
    const not = denial
    switch (leaf.type) {
      case 'anything':
        return this.t('sentence.anything')
      case 'coded':
        return this.#coded(leaf)
      case 'source':
        return this.#source(leaf)
      case 'person':
        return this.#person(leaf)
      case 'case':
        return this.t('sentence.case', { not, names: this.list('case', leaf.caseIds) })
      case 'attribute':
        return this.#attribute(leaf)
      case 'activation':
        return this.#activation(leaf)
      case 'work account':
        return this.t('sentence.account', { not }) + this.#account(leaf)
      case 'term':
        return leaf.termIds
          ? this.t('sentence.term', { not, names: this.list('term', leaf.termIds) })
          : this.t('sentence.anyTerm', { not })
      case 'answer':
        return leaf.questionIds
          ? this.t('sentence.answer', {
              not,
              names: leaf.questionIds
                .map((id) => this.name('question', id))
                .join(this.t('sentence.orQuoted')),
            })
          : this.t('sentence.anyAnswer', { not })
      case 'evidence':
        return this.#evidence(leaf)
      case 'text':
        return (
          this.t('sentence.words', { not, search: leaf.search }) +
          bracketed([
            leaf.forms ? this.t('sentence.forms') : '',
            leaf.spellings ? this.t('sentence.spellings') : '',
            leaf.compounds ? this.t('sentence.compounds') : '',
          ])
        )
    }
  }

  #coded(leaf: LeafOf<'coded'>): string {
    const names = leaf.codeIds && this.list('code', leaf.codeIds)
    const sets = leaf.codeSetIds && this.list('codeSet', leaf.codeSetIds)
    const { layer, weight, created } = leaf
    const more = [
      leaf.subcodes && (names ?? sets) !== undefined ? this.t('sentence.coded.subcodes') : '',
      leaf.analystIds
        ? this.t('sentence.coded.by', { names: this.list('analyst', leaf.analystIds) })
        : '',
      layer === 'working' || layer === 'settled' ? this.t(`sentence.coded.${layer}`) : '',
      layer !== undefined && layer !== 'working' && layer !== 'settled'
        ? this.t('sentence.coded.round', { name: this.name('round', layer) })
        : '',
      weight ? this.t('sentence.coded.weight', { range: this.range(weight) }) : '',
      created ? this.t('sentence.coded.created', { range: this.range(created) }) : '',
    ].filter((part) => part !== '')
    const not = denial
    const head =
      names !== undefined && sets !== undefined
        ? this.t('sentence.coded.namesOrSets', { not, names, sets })
        : names !== undefined
          ? this.t('sentence.coded.names', { not, names })
          : sets !== undefined
            ? this.t('sentence.coded.sets', { not, sets })
            : this.t(more.length > 0 ? 'sentence.coded.plain' : 'sentence.coded.any', { not })
    return [head, ...more].join(' ')
  }

  #source(leaf: LeafOf<'source'>): string {
    const { sourceIds, folderIds, kinds, levels, languages, dated } = leaf
    const not = denial
    const words = (group: string, values: readonly string[] | undefined) =>
      values &&
      this.#or(values.map((value) => this.#inside(`sources.${group}.${value.replace(/\W/g, '_')}`)))
    const isFolderFirst = folderIds !== undefined && sourceIds === undefined
    const folder = folderIds && this.list('folder', folderIds)
    const parts: [TextKey, string | undefined, string][] = [
      ['sentence.source.inFolder', isFolderFirst ? undefined : folder, 'names'],
      ['sentence.source.kind', words('kinds', kinds), 'names'],
      ['sentence.source.level', words('levels', levels), 'names'],
      ['sentence.source.language', words('languages', languages), 'names'],
      ['sentence.source.dated', dated && this.range(dated), 'range'],
    ]
    const head = sourceIds
      ? this.t('sentence.source.names', { not, names: this.list('source', sourceIds) })
      : isFolderFirst
        ? this.t('sentence.source.folder', { not, names: folder ?? '' })
        : this.t('sentence.source.sources', { not })
    const more = parts.flatMap(([key, value, name]) =>
      value === undefined ? [] : [this.t(key, { [name]: value })],
    )
    return [head, ...more].join(' ')
  }

  #person({ as, personIds, roles }: LeafOf<'person'>): string {
    const variables: Variables = { not: denial }
    if (personIds) variables['names'] = this.list('person', personIds)
    if (roles) variables['roles'] = this.#or(roles)
    const form = personIds && roles ? 'both' : personIds ? 'names' : roles ? 'role' : 'any'
    return this.t(`sentence.${as}.${form}`, variables)
  }

  #attribute(leaf: LeafOf<'attribute'>): string {
    const { attributeId, values, between, isSet } = leaf
    const of = this.names.find('attribute', attributeId)?.of
    const holder = of === 'cases' || of === 'sources' ? of : (leaf.as ?? 'speaker')
    const variables = { not: denial, name: this.name('attribute', attributeId) }
    if (isSet === false && !values && !between)
      return this.t(`sentence.attribute.${holder}Unknown`, variables)
    const said = [
      values
        ? this.t('sentence.attribute.is', {
            values: this.#or(
              values.map((value) =>
                typeof value === 'boolean'
                  ? this.t(value ? 'sentence.attribute.yes' : 'sentence.attribute.no')
                  : String(value),
              ),
            ),
          })
        : '',
      between ? this.t('sentence.attribute.between', { range: this.range(between) }) : '',
    ].filter((part) => part !== '')
    const is = said.length > 0 ? said.join(this.t('sentence.and')) : this.#known()
    return this.t(`sentence.attribute.${holder}`, { ...variables, is })
  }

  #known(): string {
    return this.t('sentence.attribute.known')
  }

  #activation(leaf: LeafOf<'activation'>): string {
    const { textIds, clauseIds, actorIds, modes, stances } = leaf
    const not = denial
    const words = [
      textIds
        ? this.t('sentence.activation.texts', { not, names: this.list('text', textIds) })
        : this.t('sentence.activation.any', { not }),
      clauseIds
        ? this.t('sentence.activation.clauses', { names: this.list('clause', clauseIds) })
        : '',
      actorIds ? this.t('sentence.activation.actors', { names: this.list('actor', actorIds) }) : '',
    ]
    return (
      words.filter((part) => part !== '').join(' ') +
      bracketed([this.#domain('mode', modes), this.#domain('stance', stances)])
    )
  }

  #account({ visibilities, modes }: LeafOf<'work account'>): string {
    return bracketed([this.#domain('visibility', visibilities), this.#domain('accountMode', modes)])
  }

  #evidence({ kind, aboutIds, bases, stances }: LeafOf<'evidence'>): string {
    const not = denial
    const of = (id: string) => evidenceKinds.find((each) => this.names.find(each, id)) ?? 'link'
    const head = aboutIds
      ? this.t('sentence.evidence.about', {
          not,
          names: this.#or(aboutIds.map((id) => this.name(of(id), id))),
        })
      : this.t(`sentence.evidence.${kind ?? 'any'}`, { not })
    return head + bracketed([this.#domain('basis', bases), this.#domain('stanceOfClaim', stances)])
  }

  /** Words of a closed list of the domain. */
  #domain(list: string, values: readonly string[] | undefined): string {
    return this.#or(
      (values ?? []).map((value) => this.t(`institution.${list}.${value}` as TextKey)),
    )
  }

  range({ from, to }: { from?: unknown; to?: unknown }): string {
    const ends = { from: String(from ?? ''), to: String(to ?? '') }
    if (from !== undefined && to !== undefined)
      return from === to ? ends.from : this.t('sentence.fromTo', ends)
    if (from !== undefined) return this.t('sentence.from', { from: ends.from })
    return to === undefined ? '…' : this.t('sentence.to', { to: ends.to })
  }

  #or(values: readonly string[]): string {
    const or = this.t('sentence.or')
    const head = values.slice(0, -1).join(', ')
    return head === '' ? (values[0] ?? '') : `${head}${or}${values.at(-1) ?? ''}`
  }

  /** A word that stands alone elsewhere, as it is written inside a sentence. */
  #inside(key: string): string {
    const word = this.t(key as TextKey)
    if (this.language === 'en' && key.startsWith('sources.languages')) return word
    return word.charAt(0).toLocaleLowerCase(this.language) + word.slice(1)
  }
}

function bracketed(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said.length > 0 ? ` (${said.join('; ')})` : ''
}
