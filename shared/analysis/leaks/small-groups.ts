/** A person as an export shows her: by a name and by values of attributes. */
export interface GroupPerson {
  name: string
  values: string[]
}

/** Something an export says of persons: what they have in common, and how many they are. */
export interface LeavingGroup {
  values: string[]
  /** 0: nobody the project knows. */
  holders: number
  /** Where it stands, readable. */
  place: string
}

/** Fewer than so many people who share what is shown of them can be told apart. */
export const smallestGroup = 5

interface SmallGroup {
  values: string[]
  holders: number
  names: string[]
}

/** Combinations of all values shown that fewer than five people hold; the smallest first. */
export function smallGroups(persons: readonly GroupPerson[]): SmallGroup[] {
  const groups = new Map<string, SmallGroup>()
  for (const { name, values } of persons) {
    const shown = values.filter((value) => value.trim() !== '')
    if (shown.length === 0) continue
    const key = JSON.stringify(values.map((value) => value.trim().toLocaleLowerCase('nb')))
    const group = groups.get(key) ?? { values: shown, holders: 0, names: [] }
    group.holders += 1
    group.names.push(name)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(({ holders }) => holders < smallestGroup)
    .sort((a, b) => a.holders - b.holders)
}

/** Roles that one person holds alone. */
export function soleRoles(roles: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const fold = (role: string) => role.trim().toLocaleLowerCase('nb')
  for (const role of roles) counts.set(fold(role), (counts.get(fold(role)) ?? 0) + 1)
  return roles.filter((role) => role.trim() !== '' && counts.get(fold(role)) === 1)
}
