/** What we use of Decap CMS, whose published file sets `window.CMS`. */

/** An immutable map or list of Immutable.js. */
export interface Kept {
  get(key: string): unknown;
  getIn(path: string[]): unknown;
  set(key: string, value: unknown): Kept;
  toJS(): Record<string, unknown>;
}

/** A field of the form, as the site's build derived it from the schema. */
export interface Field {
  name: string;
  label: string;
  widget: string;
  fields?: Field[];
  default?: unknown;
  /** Whether plain text stands for the first of its fields. */
  plain?: boolean;
  /** What can be chosen. */
  options?: { label: string; value: string }[];
}

export interface Collection {
  name: string;
  fields: Field[];
}

/** What the CMS says, in groups within groups. */
export interface Phrases {
  [key: string]: string | Phrases;
}

export interface Config {
  backend: { name: string };
  /** The site's language. */
  locale: string;
  /** What the CMS is to say otherwise: `workflow.workflow.newPost`. */
  phrases: Record<string, string>;
  collections: Collection[];
}

/** What a preview or a control is given; what we hand on is left as it is. */
export interface Given {
  entry: Kept;
  field: Kept;
  widgetFor(name: string): unknown;
  [name: string]: unknown;
}

interface Format {
  fromFile(text: string): Record<string, unknown>;
  toFile(data: Record<string, unknown>): string;
}

interface Component {
  props: Given;
  forceUpdate(): void;
}

export interface Cms {
  init(options: { config: object }): void;
  getLocale(language: string): object | undefined;
  registerLocale(language: string, phrases: object): void;
  getWidget(name: string): { control: unknown };
  registerWidget(name: string, control: unknown, preview: unknown, schema?: object): void;
  registerCustomFormat(name: string, extension: string, format: Format): void;
  registerEventListener(listener: { name: string; handler(event: { entry: Kept }): unknown }): void;
  registerPreviewTemplate(collection: string, component: unknown): void;
  registerPreviewStyle(address: string): void;
}

declare global {
  interface Window {
    CMS: Cms;
    CMS_MANUAL_INIT: boolean;
    h(type: unknown, attributes: object | null, ...children: unknown[]): unknown;
    createClass(methods: Record<string, (this: Component) => unknown>): unknown;
  }
}
