// What the theme keeps in the reader's browser: its scripts look for these four names.
var __md_scope = new URL("../../", document.currentScript.src)

var __md_hash = text => {
  let sum = 0
  for (const character of text) sum = (sum << 5) - sum + character.charCodeAt(0)
  return sum
}

var __md_get = (key, store = localStorage, scope = __md_scope) =>
  JSON.parse(store.getItem(`${scope.pathname}.${key}`))

var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // A reader may forbid storage, or it may be full; the site works without.
  }
}
