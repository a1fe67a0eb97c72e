// Bundles the browser code: `node bundle.mjs FOLDER`. What pages load first stays small; the rest
// is split into chunks that a page fetches when a reader asks for them.
import { build } from "esbuild";
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) throw new Error("name the folder for the bundle: node bundle.mjs FOLDER");

await rm(folder, { recursive: true, force: true });
await build({
  entryPoints: ["src/dateline.ts", "src/fonts.css", "src/explore.css", "src/admin/admin.ts"],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["chrome111", "firefox113", "safari16.4"],
  minify: true,
  legalComments: "none", // they stand whole in licences.txt
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "files/[name]",
  loader: { ".woff2": "file", ".png": "file", ".json": "file" },
});
for (const file of ["decap-cms.js", "decap-cms.js.LICENSE.txt"]) {
  await copyFile(join("node_modules/decap-cms/dist", file), join(folder, "admin", file));
}
await writeFile(join(folder, "licences.txt"), await licences());

/** The licence of every package that may be in the bundle, in the order of their names. */
async function licences() {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8"));
  const texts = [];
  for (const name of Object.keys(dependencies).sort()) {
    const home = join("node_modules", name);
    const files = (await readdir(home)).filter((file) => /^licen[cs]e/i.test(file)).sort();
    const text = files.length ? await readFile(join(home, files[0]), "utf8") : "";
    const { license, version } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    texts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  return texts.join("\n----\n\n");
}
