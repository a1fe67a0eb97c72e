/** The address of the site's front page: every page links to this script from there. */
export function root(): URL {
  const script = document.querySelector<HTMLScriptElement>('script[src*="assets/bundle/dateline.js"]');
  if (!script) throw new Error("the page does not load dateline.js");
  return new URL("../../", script.src);
}
