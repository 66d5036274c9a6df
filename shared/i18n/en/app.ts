export const app = { title: 'x' } as const
