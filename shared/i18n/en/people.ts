export const people = {
  title: 'People',
  add: 'Add a person',
  list: 'People',
  emptyTitle: 'Nobody yet',
  emptyText:
    'Add the people of your study under pseudonyms. Speakers in a transcript are linked to them in the source’s card, so that passages can be read by person.',
  pseudonym: 'Pseudonym',
  role: 'Role',
  rolePlaceholder: 'Role, such as caseworker at office B',
  newName: 'New person',
  deleted: 'Deleted {{name}}',
  options: 'Options for {{name}}',
} as const
