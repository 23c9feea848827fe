// The one call of gas-local that the desk makes; the package brings no types.
declare module 'gas-local' {
  const gas: {
    require(folder: string, globals: object, options?: { filter: (path: string) => boolean }): unknown;
  };
  export default gas;
}
