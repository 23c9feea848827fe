// A fixed point for questions that depend on each other's answers, such as the two sides of one ETF.

export interface Settled<State> {
  readonly state: State;
  readonly rounds: number;
  /** False when the rounds came back to an earlier state or ran out: the state is then the one of least key met. */
  readonly isSettled: boolean;
}

/**
 * Repeats `next` until its answer has the same key as the state that it was made from. Whole shares can make two
 * questions hand one share to and fro for ever; then the state of the cycle with the least key is taken, wherever
 * the cycle was entered, so that the same day gives the same answer.
 */
export function settleTogether<State>(
  first: State,
  next: (state: State) => State,
  keyOf: (state: State) => string,
  mostRounds = 100,
): Settled<State> {
  const met = new Map<string, number>();
  const states: { state: State; key: string }[] = [];
  let state = first;
  for (let rounds = 0; ; rounds++) {
    const key = keyOf(state);
    const before = met.get(key);
    if (before !== undefined && before === rounds - 1) return { state, rounds, isSettled: true };
    if (before !== undefined || rounds >= mostRounds) {
      const cycle = states.slice(before ?? 0);
      const least = cycle.reduce((best, own) => (own.key < best.key ? own : best), { state, key });
      return { state: least.state, rounds, isSettled: false };
    }
    met.set(key, rounds);
    states.push({ state, key });
    state = next(state);
  }
}
