// Pictures are a browser's: here one never comes, and the formula that wants it (IMAGE) shows nothing instead of ending the process.
class Undrawn {
  onload: unknown = null;
  onerror: unknown = null;
  readonly width = 0;
  readonly height = 0;
  src = '';
}

if (!('Image' in globalThis)) Object.assign(globalThis, { Image: Undrawn });
