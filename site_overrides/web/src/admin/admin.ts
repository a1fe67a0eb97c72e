/** The form at /admin/: Decap CMS, given the collections that the site's build wrote. */
import type { Config } from "./cms";
import { fromFile, toFile } from "./frontmatter";
import { named } from "./identity";
import { registerPreviews } from "./preview";
import { registerPicker } from "./registry";

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
  window.CMS.init({ config: { ...config, load_config_file: false } });
}

function prepare({ collections }: Config): void {
  const cms = window.CMS;
  registerPicker(cms, new URL("search/names.json", SITE));
  registerPreviews(cms, SITE, collections.map(({ name }) => name));
  for (const { name, fields } of collections) {
    cms.registerCustomFormat(`dateline-${name}`, "md", {
      fromFile: (text) => fromFile(text, fields),
      toFile: (data) => toFile(data, fields),
    });
  }
  cms.registerEventListener({ name: "preSave", handler: ({ entry }) => named(entry) });
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
