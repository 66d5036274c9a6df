import type { Topic } from '../app/engine-client.ts'

/** What changes the names that a question can use. */
export const nameTopics: Topic[] = [
  ...(['codes', 'sources', 'folders', 'persons', 'texts', 'work', 'findings'] as const),
]

/** What changes the answers. */
export const answerTopics: Topic[] = [
  ...(['passages', 'codes', 'sources', 'persons', 'indexing', 'texts', 'rounds'] as const),
  ...(['project', 'work', 'findings'] as const),
]
