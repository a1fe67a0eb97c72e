// Sets the colours that the reader chose before anything is painted.
{
  const chosen = __md_get("__palette")?.color
  if (chosen) {
    const colours = { ...chosen }
    if (colours.media === "(prefers-color-scheme)") {
      const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
      const input = document.querySelector(
        `[data-md-color-media='(prefers-color-scheme: ${light})']`,
      )
      for (const name of ["media", "scheme", "primary", "accent"])
        colours[name] = input.getAttribute(`data-md-color-${name}`)
    }
    for (const [name, value] of Object.entries(colours))
      document.body.setAttribute(`data-md-color-${name}`, value)
  }
}
