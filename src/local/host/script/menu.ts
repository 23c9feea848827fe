// The menu that the script made, as data for whoever draws it.

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly fn: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}
