/**
 * Hears how much of a whole is done, in whatever is counted there. Called often, for each of many concepts: it
 * must be quick.
 */
export type Meter = (done: number, total: number) => void;
