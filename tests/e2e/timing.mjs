// What the measuring scripts share: a slower machine, places in a sorted row, edits timed until they are painted, and when
// the app stands.

import { address } from "./harness.mjs";

export const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** `p50 1.0 ms, p95 2.0 ms, max 3.0 ms` of some times. */
export function told(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => at(sorted, share).toFixed(1));
  return `p50 ${half} ms, p95 ${most} ms, max ${worst} ms`;
}

export async function slow(page, rate) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/**
 * Types values into a field, by default maximums from 20 to 119, and takes the time of each until its frame is painted. An edit is made at the start of a
 * frame; the message is handled when that frame's script, style, layout and paint are done.
 */
export async function edits(field, count, values = Array.from({ length: 100 }, (_, nth) => 20 + nth)) {
  const type = async (input, [count, values]) => {
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const took = [];
    for (let edit = 0; edit < count; edit += 1) {
      const before = document.body.innerText;
      await frame();
      const began = performance.now();
      set.call(input, String(values[edit % values.length]));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      await painted();
      took.push(performance.now() - began);
      if (document.body.innerText === before) throw new Error(`edit ${edit} changed nothing on the page`);
    }
    return took;
  };
  return field.evaluate(type, [count, values]);
}

/** Runs before the page's own scripts: notes in `window.inPlace` when the first frame without the shell has been painted. */
export function noteStart() {
  let stood = false;
  new MutationObserver((_, observer) => {
    const stands = document.getElementById("shell") !== null;
    if (stands || !stood) {
      stood ||= stands;
      return;
    }
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.inPlace = performance.now();
        console.info("in place");
      };
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Runs before the page's own scripts: notes in `window.drawn` when the frame was painted that shows the app's own drawing.
 * The browser lists frames of 50 ms and more, with the time of their painting; of a shorter one it is known when it is over.
 */
export function noteDrawn() {
  let came;
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#diagram .node")) return;
    observer.disconnect();
    came = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.drawn ??= performance.now());
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, paintTime } of list.getEntries()) {
      if (paintTime && startTime <= came && came <= startTime + duration) window.drawn = paintTime;
    }
  }).observe({ type: "long-animation-frame", buffered: true });
}

/**
 * Opens the app in a page under `noteStart` and waits until it stands. The page says so by itself: to be asked, it would
 * first be sent a third of a megabyte of the driver's script, in the middle of the start.
 */
export async function stands(page, fragment = "") {
  const told = page.waitForEvent("console", { predicate: (message) => message.text() === "in place" });
  await page.goto(address() + (fragment && `#${fragment}`), { waitUntil: "commit" });
  await told;
}
