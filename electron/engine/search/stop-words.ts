import { usualStopWords } from '../../../shared/text/search/stop-words.ts'
import { folded } from '../../../shared/text/search/words.ts'
import { createEntity, listEntities, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'

/** What the project says of single words; by word. */
function ownStopWords(project: Project): Map<string, boolean> {
  return new Map(listEntities(project, 'stopWords').map(({ id, isStop }) => [id, isStop === true]))
}

/** Words that are left out of frequencies and neighbours in this project. */
export function stopWordsOf(project: Project): Set<string> {
  const words = new Set(usualStopWords)
  for (const [word, isStop] of ownStopWords(project)) {
    if (isStop) words.add(word)
    else words.delete(word)
  }
  return words
}

export function listStopWords(
  project: Project,
): { word: string; isStop: boolean; isOwn: boolean }[] {
  const own = ownStopWords(project)
  return [...new Set([...usualStopWords, ...own.keys()])]
    .sort(new Intl.Collator(['nb', 'en']).compare)
    .map((word) => ({ word, isStop: own.get(word) ?? true, isOwn: own.has(word) }))
}

/** Each word is an entity by itself, so that two people who say it of different words both keep theirs. */
export function setStopWords(project: Project, words: readonly string[], isStop: boolean): void {
  const named = [...new Set(words.map((word) => folded(word.trim().normalize('NFC'))))].filter(
    (word) => word !== '',
  )
  project.change(
    { command: 'stopWords.set', label: named.join(', '), entities: [], changes: {} },
    (edit) =>
      edit('project', (doc) => {
        for (const word of named) {
          if (doc.getMap('stopWords').has(word))
            updateEntity(project, doc, 'stopWords', word, {
              isStop,
              deleted: usualStopWords.has(word) === isStop,
            })
          else if (usualStopWords.has(word) !== isStop)
            createEntity(project, doc, 'stopWords', word, { isStop })
        }
      }),
  )
}
