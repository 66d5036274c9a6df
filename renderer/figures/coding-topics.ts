/** What changes the answer to a question to the coding. */
export const codingTopics = [
  ...(['passages', 'codes', 'sources', 'folders', 'persons', 'indexing', 'texts'] as const),
  ...(['rounds', 'project', 'work', 'findings'] as const),
]
