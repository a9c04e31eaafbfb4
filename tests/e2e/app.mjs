// The app as a person finds it: by roles and names. A part that gets another name changes here alone.

import { readFileSync } from "node:fs";

export const MONEY = /\$[\d,]+(\.\d\d)?/;

export const app = (page) => ({
  name: page.getByRole("button", { name: /^Rename design / }),
  diagram: page.getByRole("main", { name: "Diagram" }),
  settings: page.getByRole("complementary", { name: "Settings" }),
  cost: page.getByLabel("Monthly cost"),
  problems: page.getByRole("region", { name: "Problems" }),
  notices: page.getByRole("alert"),
  dialog: page.getByRole("dialog"),

  /** A node of the diagram, by the beginning of its name. */
  node: (name) => page.getByRole("main", { name: "Diagram" }).getByRole("button", { name }),

  /** A field of the inspector. */
  field: (name) => page.getByRole("complementary", { name: "Settings" }).getByLabel(name, { exact: true }),

  /** One finding's row, by its rule. */
  finding: (rule) => page.getByRole("listitem").filter({ has: page.locator("code", { hasText: rule }) }),

  /** The address' fragment as it is; it follows the design a moment later, so read it with `until`. */
  fragment: () => page.evaluate(() => location.hash.slice(1)),

  /** Opens a spec that is whole, and waits until its design has taken the place of the one before. */
  async openSpec(text) {
    const [, project] = /^project_name: "?([^"\n]*)"?$/m.exec(text);
    await this.openFile({ text });
    const name = page.getByRole("button", { name: `Rename design ${project}`, exact: true });
    const take = page.getByRole("button", { name: "Take it" });
    // Over a design that somebody has worked on it is shown first.
    await name.or(take).first().waitFor();
    if (await take.isVisible()) await take.click();
    await name.waitFor();
  },

  /** Opens a spec by the button: `{ name, text }`. The file is read after this: wait for what it brings. */
  async openFile({ name = "aurora.yaml", text }) {
    await page.getByRole("button", { name: "Open or import", exact: true }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
  },

  /** Drops a file on the page. */
  async dropFile({ name = "aurora.yaml", text }) {
    const data = await page.evaluateHandle(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name));
        return transfer;
      },
      [name, text],
    );
    for (const type of ["dragenter", "dragover", "drop"]) {
      await page.locator("body").dispatchEvent(type, { dataTransfer: data });
    }
  },

  /** The bytes of a file of the export menu, `main.tf` or `aurora.yaml`. */
  async download(name) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("button", { name: `Download ${name}` }).click();
    const file = await download;
    if (file.suggestedFilename() !== name) throw new Error(`it came as ${file.suggestedFilename()}`);
    return readFileSync(await file.path(), "utf8");
  },

  /** What "Copy link" puts on the clipboard; the context must allow reading it. */
  async copyLink() {
    await page.getByRole("button", { name: "Copy link" }).first().click();
    await page.getByRole("status").filter({ hasText: "Copied the link" }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  },
});
