// Where the book will be served as a page once there is one; until then the files are what a reader opens.
import type { World } from './world';

export async function serve(_world: World): Promise<void> {
  // The page is not built yet: the summary has said where the workbook lies.
}
