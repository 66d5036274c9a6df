export const sources = { title: 'x' } as const
