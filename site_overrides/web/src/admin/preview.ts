/** The page beside the form: what is typed is text there, and the body Markdown made safe. */
import type { Cms, Collection, Field } from "./cms";
import type { Names } from "./registry";

type Data = Record<string, unknown>;

/** An element of React. */
interface Made {
  type: unknown;
  props: { value?: unknown };
}

/** What begins HTML, and not the address of a link; what begins a picture. */
const ACTIVE = /<(?!(?:https?:\/\/|mailto:)[^\s<>]+>)|!(?=\[)/g;
const SHEETS = ["tokens", "page", "entry", "preview"];

/** Show each collection's pages in the site's own look. */
export function registerPreviews(
  cms: Cms,
  site: URL,
  collections: Collection[],
  names: Names,
): void {
  for (const sheet of SHEETS) {
    cms.registerPreviewStyle(new URL(`assets/stylesheets/${sheet}.css`, site).href);
  }
  cms.registerPreviewStyle(new URL("assets/bundle/fonts.css", site).href);
  for (const { name, fields } of collections) {
    cms.registerPreviewTemplate(name, template(fields, names));
  }
}

function template(fields: Field[], names: Names): unknown {
  return window.createClass({
    componentDidMount() {
      void names.loaded.then(() => this.forceUpdate());
    },
    render() {
      const { h } = window;
      const data = (this.props.entry.get("data") as { toJS(): Data }).toJS();
      const kinds = fields.find(({ name }) => name === "kind")?.options ?? [];
      const kind = kinds.find(({ value }) => value === data["kind"])?.label;
      const named = ["actors", "places"].map((folder) => ids(data[folder], folder, names));
      return h(
        "div",
        { className: "md-typeset", "data-md-color-scheme": "default" },
        h(
          "div",
          { className: "dl" },
          h("p", { className: "dl-kicker" }, [data["date"], kind].filter(Boolean).join(" · ")),
          h("h1", { className: "dl-title" }, text(data["title"] ?? data["name"])),
          h("div", { className: "dl-summary" }, body(this.props.widgetFor("body") as Made | null)),
          h("p", { className: "dl-kicker" }, named.filter(Boolean).join(" · ")),
          ...list(data["figures"]).map(figure),
          ...list(data["sources"]).map(source),
        ),
      );
    },
  });
}

/** What the CMS makes of a body; HTML in it is text and it has no pictures, as on the site. */
function body(made: Made | null): unknown {
  const value = text(made?.props.value).replace(ACTIVE, (sign) => `&#${sign.charCodeAt(0)};`);
  return made && window.h(made.type, { ...made.props, value });
}

function figure(data: Data): unknown {
  const { h } = window;
  const claims = list(data["claims"]).map((claim) => {
    const bound = text(claim["bound"]).replace("exactly", "").replace("-", " ");
    const told = [bound, text(claim["value"]), text(data["unit"])].filter(Boolean).join(" ");
    return h("li", null, [told, text(claim["by"])].filter(Boolean).join(" · "));
  });
  return h("section", null, h("h2", null, text(data["what"])), h("ul", null, ...claims));
}

function source(data: Data): unknown {
  const { h } = window;
  const facts = ["publisher", "published"].map((key) => text(data[key])).filter(Boolean);
  const quotes = list(data["quotes"]).map((quote) =>
    h("blockquote", { className: "dl-quote" }, h("p", null, text(quote["exact"]))),
  );
  return h(
    "section",
    { className: "dl-sources" },
    h("p", { className: "dl-source" }, text(data["title"] ?? data["url"])),
    h("p", { className: "dl-source__facts" }, facts.join(", ")),
    ...quotes,
  );
}

/** The names of what a list of ids refers to. */
function ids(value: unknown, folder: string, names: Names): string {
  const given = Array.isArray(value) ? value : [];
  return given.map((id) => names.of(folder, text(id))).join(", ");
}

function list(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter((item) => item && typeof item === "object") : [];
}

function text(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
