// The one call of esprima that the laptop makes; the package brings no types.
declare module 'esprima' {
  export interface Node {
    readonly type: string;
    readonly regex?: { readonly pattern: string; readonly flags: string };
    /** Of an object; `value` is what a key in quotation marks says. */
    readonly properties?: readonly { readonly key: { readonly value?: unknown } }[];
  }
  export interface Meta {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  }
  export function parseScript(
    code: string,
    options: object,
    visit: (node: Node, meta: Meta) => void,
  ): unknown;
}
