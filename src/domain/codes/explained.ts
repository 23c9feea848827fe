// How a code is explained: what happened, and what to do about it. For people who look one up; nothing is decided on it.

export type Explained = Readonly<Record<string, readonly [cause: string, remedy: string]>>;
