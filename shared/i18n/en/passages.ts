export const passages = {} as const
