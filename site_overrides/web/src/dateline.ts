/** What every page loads: small, and nothing that a page needs in order to be read. */
import { root } from "./root";
import { readState } from "./search/state";
import { loadStrings } from "./strings";

const opener = document.querySelector<HTMLButtonElement>("[data-dl-search]");

async function openSearch(): Promise<void> {
  const [{ open }] = await Promise.all([import("./search/dialog"), loadStrings(root())]);
  open(root());
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

for (const copy of document.querySelectorAll<HTMLButtonElement>("[data-dl-copy]")) {
  const text = document.getElementById(copy.dataset.dlCopy ?? "")?.textContent ?? "";
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = copy.dataset.dlCopied ?? copy.textContent;
  });
}

const explored = document.querySelector<HTMLElement>("[data-dl-explore]");
if (explored) void import("./explore/page").then(({ explore }) => explore(explored, root()));

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !typing(event.target);
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !control) return;
    event.preventDefault();
    void openSearch();
  });
  if (readState(location.search)) void openSearch();
}
