/** The form at /admin/: Decap CMS, given the collections that the site's build wrote. */
import type { Config, Phrases } from "./cms";
import { fromFile, toFile } from "./frontmatter";
import { named } from "./identity";
import { registerPreviews } from "./preview";
import { Names, registerPicker } from "./registry";

const OWN = new URL(import.meta.url);
const SITE = new URL("../../../", OWN);
const LOCAL = ["localhost", "127.0.0.1"];

await start();

async function start(): Promise<void> {
  const config = (await (await fetch("config.json")).json()) as Config;
  const notice = document.querySelector<HTMLElement>("[data-notice]");
  if (config.backend.name === "proxy" && !LOCAL.includes(location.hostname)) {
    if (notice) notice.textContent = notice.dataset["notice"] ?? "";
    return;
  }
  window.CMS_MANUAL_INIT = true;
  await loaded(new URL("decap-cms.js", OWN));
  notice?.remove();
  prepare(config);
  window.CMS.init({ config: { ...config, locale: spoken(config), load_config_file: false } });
}

function prepare({ collections }: Config): void {
  const cms = window.CMS;
  const names = new Names(new URL("search/names.json", SITE));
  registerPicker(cms, names);
  registerPreviews(cms, SITE, collections, names);
  for (const { name, fields } of collections) {
    cms.registerCustomFormat(`dateline-${name}`, "md", {
      fromFile: (text) => fromFile(text, fields),
      toFile: (data) => toFile(data, fields),
    });
  }
  cms.registerEventListener({ name: "preSave", handler: ({ entry }) => named(entry) });
}

/** Say some things otherwise than the CMS does by itself; return the language it then speaks. */
function spoken({ locale, phrases }: Config): string {
  const language = [locale, locale.split("-")[0] ?? ""].find((tag) => window.CMS.getLocale(tag));
  const said = structuredClone(window.CMS.getLocale(language ?? "en")) as Phrases;
  for (const [path, phrase] of Object.entries(phrases)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    keys.reduce((group, key) => group[key] as Phrases, said)[last] = phrase;
  }
  window.CMS.registerLocale(language ?? "en", said);
  return language ?? "en";
}

function loaded(address: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address.href;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${address} was not loaded`)));
    document.head.append(script);
  });
}
