// What a search has done so far: the measure that limits it, the same on every machine.

/** Numbers looked at in the inner loops, about. */
export interface Work {
  done: number;
}
