// What an import takes: a state of 50 MB, chosen by the door, until its preview is painted, what the processes of the page
// and its worker hold meanwhile, and the longest task of the page; and a folder of 60 KB of Terraform in the worker, beside
// one of its cluster alone. Prints figures.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { told } from "./timing.mjs";

const CASES = new URL("../import/cases/", import.meta.url).pathname;
const STATE_BYTES = 50_000_000;
const STATES = 5;
const FOLDER_BYTES = 60_000;
const FOLDERS = 60;
/** Pages that each start a worker of their own. */
const FIRSTS = 5;
/** How often the processes' memory is read, in milliseconds. */
const OFTEN = 10;

/** What an account is full of; security groups are read, for what may reach the cluster. */
const KINDS = [
  "aws_instance",
  "aws_iam_role",
  "aws_iam_policy",
  "aws_route53_record",
  "aws_ecs_task_definition",
  "aws_lambda_function",
  "aws_cloudwatch_metric_alarm",
  "aws_lb_listener_rule",
  "aws_s3_object",
  "aws_security_group",
];

/** A resource as Terraform shows it: many short values, some that are longer, escapes in them. */
function resource(at) {
  const kind = KINDS[at % KINDS.length];
  const id = at.toString(16).padStart(17, "0");
  const rule = (port) => ({
    cidr_blocks: ["10.0.0.0/16", `10.${at % 256}.0.0/24`],
    description: `port ${port} for the tasks of service ${at}`,
    from_port: port,
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    protocol: "tcp",
    security_groups: [`sg-${id}`],
    self: false,
    to_port: port,
  });
  const policy = (service) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: [`${service}:Get*`, `${service}:List*`], Resource: `arn:aws:${service}:::${id}/*` }],
  });
  return {
    address: `${kind}.service[${at}]`,
    mode: "managed",
    type: kind,
    name: "service",
    index: at,
    provider_name: "registry.terraform.io/hashicorp/aws",
    schema_version: 1,
    values: {
      arn: `arn:aws:ec2:eu-north-1:111122223333:thing/${id}`,
      description: "Managed by Terraform",
      egress: [rule(0)],
      id,
      ingress: [80, 443, 5432].map(rule),
      name: `service-${at}`,
      name_prefix: "",
      owner_id: "111122223333",
      policy: JSON.stringify(["s3", "sqs", "dynamodb"].map(policy)),
      revoke_rules_on_delete: false,
      tags: { Name: `service-${at}`, guild: "archivists" },
      tags_all: { Environment: "production", Name: `service-${at}`, guild: "archivists" },
      timeouts: null,
      vpc_id: "vpc-0a1b2c3d4e5f60718",
    },
    sensitive_values: { egress: [{ cidr_blocks: [false, false] }], ingress: [{}, {}, {}], tags: {}, tags_all: {} },
  };
}

/** The case's state with thousands of other resources before its cluster and after it. */
function largeState() {
  const state = JSON.parse(readFileSync(join(CASES, "tf-state/input/state.json"), "utf8"));
  const each = JSON.stringify(resource(10_000)).length + 1;
  const half = Math.ceil(STATE_BYTES / each / 2);
  const some = (from) => Array.from({ length: half }, (_, at) => resource(from + at));
  const root = state.values.root_module;
  state.values.root_module = {
    resources: [...(root.resources ?? []), ...some(0)],
    child_modules: [...(root.child_modules ?? []), { address: "module.more", resources: some(half) }],
  };
  return { text: JSON.stringify(state), resources: 2 * half };
}

/** Files of services as dense as people write them: objects, templates, `for`, conditionals. */
const service = (at) => `resource "aws_security_group" "service_${at}" {
  name_prefix = "\${local.name}-service-${at}-"
  description = "Lets \${upper(var.product)} in"
  vpc_id      = aws_vpc.main.id
  tags        = merge(local.common_tags, { Name = "\${local.name}-${at}", Tier = local.is_prod ? "a" : "b" })

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = [for letter in local.letters : cidrsubnet(aws_vpc.main.cidr_block, 8, index(local.letters, letter))]
  }
}

resource "aws_cloudwatch_log_group" "service_${at}" {
  for_each = toset(["web", "jobs"])

  name              = "/ecs/\${local.name}/${at}/\${each.value}"
  retention_in_days = var.log_days
}

`;

function folders() {
  const from = join(CASES, "tf-variables/input");
  const alone = readdirSync(from).map((name) => ({ name, text: readFileSync(join(from, name), "utf8") }));
  const size = (files) => files.reduce((sum, file) => sum + file.text.length, 0);
  const whole = [...alone];
  for (let at = 0; size(whole) < FOLDER_BYTES; at += 10) {
    let text = "";
    for (let nth = at; nth < at + 10 && size(whole) + text.length < FOLDER_BYTES; nth += 1) text += service(nth);
    whole.push({ name: `services_${at}.tf`, text });
  }
  return { alone, whole, kilobytes: size(whole) / 1000 };
}

/** Notes when the preview was painted, and the page's long tasks. */
function watch() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver(() => {
    if (window.shown || !document.querySelector(".opening-picture")) return;
    window.shown = -1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.shown = performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

/** What Chromium's renderers hold of memory of their own and of shared memory, in bytes, added up. */
function held(renderers) {
  const of = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
  return renderers.reduce((sum, pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      return sum + 1024 * (of(status, "RssAnon") + of(status, "RssShmem"));
    } catch {
      return sum; // it has ended
    }
  }, 0);
}

async function collect(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.detach();
}

async function state(path) {
  const context = await profile({ before: watch });
  const page = await newPage(context);
  await open(page);
  const browser = await context.browser().newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter((it) => it.type === "renderer").map((it) => it.id);
  await page.getByRole("button", { name: "Open or import", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const files = await chooser;
  await collect(page);
  const before = held(renderers);
  let most = before;
  let watching = true;
  const sampled = (async () => {
    while (watching) {
      most = Math.max(most, held(renderers));
      await pause(OFTEN);
    }
  })();
  const began = Date.now();
  await files.setFiles(path);
  await page.waitForFunction(() => window.shown > 0, undefined, { timeout: 120_000 });
  watching = false;
  await sampled;
  const { shown, tasks } = await page.evaluate((began) => {
    const since = began - performance.timeOrigin;
    return { shown: window.shown, tasks: window.longTasks.filter(([at]) => at >= since).map(([, took]) => took) };
  }, began);
  await context.close();
  return { took: shown - began, grew: (most - before) / 1e6, longest: Math.max(0, ...tasks) };
}

/** Notes when the page sent files to its worker, and when it heard of it last. */
function clock() {
  window.Worker = class extends Worker {
    constructor(...all) {
      super(...all);
      this.addEventListener("message", () => (window.heard = performance.now()));
    }

    postMessage(message, ...rest) {
      if (Array.isArray(message) && message.length > 1) window.sent = performance.now();
      super.postMessage(message, ...rest);
    }
  };
}

async function drop(page, files) {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator("body").dispatchEvent("drop", { dataTransfer: data });
  await page.getByRole("button", { name: "Keep my design" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Milliseconds of the first order of a worker, in which the browser compiles what it comes to. */
async function first(files) {
  const context = await profile({ before: clock });
  const page = await newPage(context);
  await open(page);
  await drop(page, files);
  const took = await page.evaluate(() => window.heard - window.sent);
  await context.close();
  return took;
}

/** Milliseconds of each order in the worker: all of it, and without the reading of the files. */
async function folder(page, files) {
  const answers = () => page.workers()[0].evaluate(() => self.took.length);
  await drop(page, files); // it starts the worker
  await page.workers()[0].evaluate(() => {
    if (self.took) {
      self.took.length = 0;
      return;
    }
    self.took = [];
    let reading = 0;
    const read = FileReaderSync.prototype.readAsArrayBuffer;
    FileReaderSync.prototype.readAsArrayBuffer = function (blob) {
      const began = performance.now();
      const bytes = read.call(this, blob);
      reading += performance.now() - began;
      return bytes;
    };
    const serve = self.onmessage;
    self.onmessage = (event) => {
      const began = performance.now();
      reading = 0;
      serve.call(self, event);
      const whole = performance.now() - began;
      self.took.push([whole, whole - reading]);
    };
  });
  for (let run = 0; run < FOLDERS; run += 1) await drop(page, files);
  if ((await answers()) < FOLDERS) throw new Error("the worker was started anew");
  return page.workers()[0].evaluate(() => self.took);
}

const server = await serve(DIST);
await start(server.url);
const place = mkdtempSync(join(tmpdir(), "imports-"));
try {
  const path = join(place, "state.json");
  const { text, resources } = largeState();
  writeFileSync(path, text);
  const runs = [];
  for (let run = 0; run < STATES; run += 1) runs.push(await state(path));
  const [took, grew, longest] = ["took", "grew", "longest"].map((what) => runs.map((run) => run[what]));
  console.log(`a state of ${(text.length / 1e6).toFixed(1)} MB and ${resources} resources, from the choice to its painted preview: ${told(took)}; goal 3000 ms`);
  console.log(`the renderer's memory meanwhile above before, private and shared: ${grew.map((it) => it.toFixed(0)).join(", ")} MB; goal 150 MB`);
  console.log(`the longest task on the page meanwhile (0: none of 50 ms): ${longest.map((it) => it.toFixed(0)).join(", ")} ms; goal 50 ms`);

  const { alone, whole, kilobytes } = folders();
  const page = await newPage(await profile());
  await open(page);
  const small = await folder(page, alone);
  const large = await folder(page, whole);
  const part = (of, at) => of.map((it) => it[at]);
  console.log(`a folder of ${kilobytes.toFixed(0)} KB of Terraform in ${whole.length} files, read and drawn in the worker: ${told(part(large, 0))}`);
  console.log(`without reading the files: ${told(part(large, 1))}`);
  const firsts = [];
  for (let run = 0; run < FIRSTS; run += 1) firsts.push(await first(whole));
  console.log(`the first of a worker, from the page to its answer: ${told(firsts)}`);
  console.log(`its cluster alone, without reading the files: ${told(part(small, 1))}; 60 KB may take 10 ms`);
} finally {
  await stop();
  server.close();
  rmSync(place, { recursive: true });
}
