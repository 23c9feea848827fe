// Which files of a folder are the script: .js and .gs, wherever they lie in it, but for packages and hidden folders.

/** @param path from the script's folder on */
export const isScript = (path: string): boolean =>
  /\.(js|gs)$/.test(path) && !/(^|[/\\])(node_modules|\.[^/\\]+)[/\\]/.test(path);
