import type { Process } from '../../../shared/model/institution.ts'
import { createEntity, type Fields } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { kinds, type KindName } from '../project/things.ts'
import { newTextFields, requireWords } from '../texts/new-text.ts'
import { nextOrder } from './next-order.ts'

interface New {
  kind: KindName
  id: string
  fields: Fields
}

/**
 * Things that an act needs and that are not there yet, such as a text that is met for the first time.
 * They are made within the change that carries the act out: one step to undo, and no half act.
 */
export class MadeToo {
  readonly #project: Project
  readonly #things: New[] = []

  constructor(project: Project) {
    this.#project = project
  }

  get ids(): string[] {
    return this.#things.map(({ id }) => id)
  }

  text(title: string, fields: Fields = {}): string {
    return this.#add('text', newTextFields(requireWords(title), fields))
  }

  actor(name: string): string {
    const order = this.#nextOrder('actor')
    const fields = { name: requireWords(name), siteId: null, standpoint: false, order, note: '' }
    return this.#add('actor', fields)
  }

  site(name: string): string {
    const order = this.#nextOrder('site')
    return this.#add('site', { name: requireWords(name), setting: 'local', order, note: '' })
  }

  process(name: string, perspective: Process['perspective'] = 'told'): string {
    const fields = { name: requireWords(name), perspective, variant: '', anchor: '', note: '' }
    return this.#add('process', fields)
  }

  term(term: string): string {
    return this.#add('term', { term: requireWords(term), variants: [], note: '' })
  }

  question(text: string, order: number): string {
    return this.#add('question', { text: requireWords(text), order, hidden: false })
  }

  /** Makes them, inside a change. New texts are noted as first met in the passage, if there is one. */
  write(edit: Edit, passageId: string | null = null): void {
    if (this.#things.length === 0) return
    edit('project', (doc) => {
      for (const { kind, id, fields } of this.#things) {
        const all = kind === 'text' ? { ...fields, mentionedAt: passageId } : fields
        createEntity(this.#project, doc, kinds[kind].map, id, all)
      }
    })
  }

  #add(kind: KindName, fields: Fields): string {
    const id = this.#project.newId()
    this.#things.push({ kind, id, fields })
    return id
  }

  #nextOrder(kind: 'actor' | 'site'): number {
    const before = this.#things.filter((each) => each.kind === kind).length
    return nextOrder(this.#project, kinds[kind].map) + before
  }
}
