// The shelf as a person finds it: what is said of saving, and the dialog with every design.

import { app } from "./app.mjs";
import { until } from "./harness.mjs";

/** What the bar says of saving. */
export const kept = (page) => page.locator(".kept").innerText();
export const saved = (page) => until(() => kept(page), /^saved \d\d:\d\d$/, "the design is saved");
export const called = (page, name) => page.getByRole("button", { name: `Rename design ${name}`, exact: true }).waitFor();
export const news = (page) => page.getByRole("alert").getByRole("listitem");

/** The dialog of the shelf, opened. */
export async function shelf(page) {
  await page.getByRole("button", { name: "Designs", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Designs" }).waitFor();
  return dialog;
}

/** Titles on the shelf, the one touched last first. */
export const titles = (dialog) => dialog.locator(".shelf-body > .shelf-list:first-child strong").allInnerTexts();

export const addReader = (page) => page.getByRole("button", { name: "Add reader", exact: true }).click();

/** The writer goes up to so many ACU. */
export const upTo = (page, acu) => app(page).node(new RegExp(`^Writer.*to ${acu} ACU`)).waitFor();

export async function setMaximum(page, value) {
  await app(page).node(/^Writer/).click();
  await app(page).field("Maximum").fill(String(value));
  await upTo(page, value);
}
