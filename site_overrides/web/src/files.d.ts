/** Data files become addresses relative to the bundle. */
declare module "*.json" {
  const address: string;
  export default address;
}
