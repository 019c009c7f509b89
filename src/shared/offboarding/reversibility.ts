/**
 * compensatable: its undo gives back what it took. pivot: after it nothing is lost. counterplan: another plan takes it
 * back, such as a deactivation after an activation. irreversible: cannot be undone.
 */
export const reversibilities = ['compensatable', 'pivot', 'counterplan', 'irreversible'] as const
export type Reversibility = (typeof reversibilities)[number]
