// The page of a rule while its worker is not there: what the app knows stands at once, and the rest says why it is missing.

import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { holdWorker, shot } from "../harness.mjs";
import { journey } from "../journey.mjs";

const ID = "engine/retired-version";
const rule = JSON.parse(cli(["rules", ID, "--format", "json"]).out);

async function turnTo(page) {
  const { dialog, problems } = app(page);
  await problems.getByRole("button", { name: "All rules" }).click();
  await dialog.getByRole("searchbox", { name: "Search rules" }).fill(ID);
  await dialog.getByRole("button", { name: rule.title }).click();
  for (const text of [rule.title, rule.why, rule.facts.join(", ")]) await dialog.getByText(text).first().waitFor();
  return dialog;
}

journey("the texts of a rule are there before its examples, which the worker has", async ({ page, context, open }) => {
  const letIn = await holdWorker(context);
  await open();
  const dialog = await turnTo(page);
  await dialog.getByRole("status").filter({ hasText: "Loading" }).waitFor();
  await letIn();
  await dialog.getByRole("button", { name: "Open the good example" }).waitFor();
  await dialog.getByRole("row", { name: /engine_version/ }).waitFor();
  await shot(page, "rule-page");
});

journey("without the worker the page of a rule says that its examples are missing", async ({ page, open }) => {
  await page.route("**/worker_bg.wasm*", (route) => route.fulfill({ status: 503 }));
  await open();
  const dialog = await turnTo(page);
  await dialog.getByRole("alert").filter({ hasText: "This and the examples were not loaded: this part of the app" }).waitFor();
  page.faults.length = 0; // the browser's own words about the answer that never came
});
