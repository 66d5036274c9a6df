import type { people as english } from '../en/people.ts'
import type { Translation } from '../translation.ts'

export const people: Translation<typeof english> = {
  title: 'Personer',
  add: 'Legg til en person',
  list: 'Personer',
  emptyTitle: 'Ingen ennå',
  emptyText:
    'Legg til dem studien handler om, under pseudonym. Talerne i en transkripsjon kobles til dem på kildekortet, så utdragene kan leses person for person.',
  pseudonym: 'Pseudonym',
  role: 'Rolle',
  rolePlaceholder: 'Rolle, f.eks. veileder ved kontor B',
  newName: 'Ny person',
  deleted: 'Slettet {{name}}',
  options: 'Valg for {{name}}',
}
