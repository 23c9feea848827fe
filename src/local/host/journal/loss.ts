// What a desk's folder lacks, to be named before anything goes on.

export interface Loss {
  readonly file: string;
  /** Where it lies now; null = it is not there at all. */
  readonly aside: string | null;
  /** The earlier generation that stands in for it, brought up to date by the journal; left out = nothing does. */
  readonly instead?: string;
  /** Nothing takes its place: it is missed at each start, until it lies there again. */
  readonly stays?: true;
}
