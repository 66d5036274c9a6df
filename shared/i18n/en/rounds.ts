export const rounds = {
  inBlind:
    'You are in the blind round “{{name}}”: you see only your own codings, and nobody else sees them before all have closed.',
  inOpen: 'You are in the round “{{name}}”: your codings go into your own layer of it.',
  leave: 'Leave the round',
} as const
