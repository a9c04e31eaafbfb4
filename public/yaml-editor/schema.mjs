// Where the cursor stands in the spec, and what the schema says of it.

/** The keys above a place of the text, from the outermost: `["resources", 0, "config", "serverless_v2"]`; and the mappings they lead through. */
function way(tree, doc, at) {
  const steps = [];
  let node = tree.resolveInner(at, -1);
  while (node) {
    if (node.name === "Pair") {
      const key = node.getChild("Key");
      // A place in the key itself is beside it, not under it.
      if (key && at > key.to) steps.unshift({ key: text(doc, key), pair: node });
    } else if (node.name === "Item") {
      steps.unshift({ item: node });
    }
    node = node.parent;
  }
  return steps;
}

const text = (doc, node) => doc.sliceString(node.from, node.to).replace(/^["']|["']$/g, "");

/** The value of a key in the mapping that holds or is a node. */
function sibling(doc, node, name) {
  const mapping = node.name.endsWith("Mapping") ? node : node.getChild("BlockMapping") ?? node.getChild("FlowMapping");
  for (const pair of mapping?.getChildren("Pair") ?? []) {
    const key = pair.getChild("Key");
    if (key && text(doc, key) === name) return pair.lastChild && text(doc, pair.lastChild);
  }
  return undefined;
}

/** The part of the schema that a way leads to. */
function part(schema, doc, steps) {
  let at = schema;
  for (const step of steps) {
    if (step.item) {
      at = at?.items;
      if (at?.oneOf) {
        const type = sibling(doc, step.item, "type");
        at = at.oneOf.find((one) => one.properties.type.const === type) ?? at.oneOf[0];
      }
    } else {
      at = at?.properties?.[step.key];
    }
    if (!at) return undefined;
  }
  return at;
}

/** The last line above that is indented less ends with the key whose map the cursor's line belongs to. */
function byIndent(doc, at) {
  const line = doc.lineAt(at);
  let indent = at - line.from - (/\S*$/.exec(doc.sliceString(line.from, at))?.[0].length ?? 0);
  const steps = [];
  for (let number = line.number - 1; number > 0 && indent > 0; number--) {
    const row = doc.line(number).text;
    if (!row.trim() || row.trim().startsWith("#")) continue;
    const found = /^(\s*)((?:- +)?)([\w.-]+):\s*(?:#.*)?$/.exec(row) ?? /^(\s*)(- +)([\w.-]+):/.exec(row);
    const own = /^\s*(?:- +)?/.exec(row)[0].length;
    const dash = /^(\s*)- /.exec(row);
    if (dash && own <= indent && dash[1].length < indent) {
      if (own < indent && found) steps.unshift({ key: found[3] });
      steps.unshift({ item: true, line: number });
      indent = dash[1].length;
      // A list may stand as far left as its key.
      for (let above = number - 1; above > 0; above--) {
        const key = /^(\s*)([\w.-]+):\s*(?:#.*)?$/.exec(doc.line(above).text);
        if (key && key[1].length <= indent) {
          steps.unshift({ key: key[2] });
          indent = key[1].length;
          break;
        }
      }
    } else if (found && own < indent) {
      steps.unshift({ key: found[3] });
      indent = own;
    }
  }
  return steps;
}

/** The type that a resource has, by its line in the list. */
function typeFrom(doc, number) {
  for (let at = number; at <= doc.lines; at++) {
    const row = doc.line(at).text;
    if (at > number && /^\s*- /.test(row)) break;
    const found = /^\s*(?:- +)?type:\s*["']?([\w]+)/.exec(row);
    if (found) return found[1];
  }
  return undefined;
}

function partByIndent(schema, doc, at) {
  let here = schema;
  for (const step of byIndent(doc, at)) {
    if (step.item) {
      here = here?.items;
      if (here?.oneOf) {
        const type = typeFrom(doc, step.line);
        here = here.oneOf.find((one) => one.properties.type.const === type) ?? here.oneOf[0];
      }
    } else {
      here = here?.properties?.[step.key];
    }
    if (!here) return undefined;
  }
  return here;
}

const detail = (it) => [it.type, it.default !== undefined && `default ${it.default}`].filter(Boolean).join(", ");

/** What fits at the cursor: keys of the map, or values of the key. */
export function offers(schema, tree, context) {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const before = doc.sliceString(line.from, context.pos);
  const value = /^(\s*(?:- +)?(?:\{.*[,{]\s*)?)([\w.-]+):\s+(\[.*,\s*|\[)?["']?([\w.:-]*)$/.exec(before);
  if (value) {
    const keyAt = line.from + value[1].length;
    const map = partByIndent(schema, doc, keyAt);
    const key = map?.properties?.[value[2]];
    const words = key?.enum ?? key?.items?.enum ?? key?.examples ?? (key?.const !== undefined ? [key.const] : key?.type === "boolean" ? [true, false] : []);
    const options = words.map((word) => ({ label: String(word), type: "constant" }));
    return options.length ? { from: context.pos - value[4].length, options, validFor: /^[\w.:-]*$/ } : null;
  }
  const key = /^(\s*(?:- +)?(?:\{.*[,{]\s*)?)([\w-]*)$/.exec(before);
  if (!key || (!key[2] && !context.explicit && !/^\s+$|^$/.test(before))) return null;
  const map = partByIndent(schema, doc, context.pos - key[2].length);
  const known = Object.entries(map?.properties ?? {});
  const there = keysBeside(doc, line, key[1].replace("-", " ").length);
  const options = known
    .filter(([name]) => !there.has(name))
    .map(([name, it]) => ({
      label: name,
      type: "property",
      detail: detail(it),
      info: it.description,
      apply: it.properties || it.items?.oneOf ? `${name}:` : `${name}: `,
    }));
  return options.length ? { from: context.pos - key[2].length, options, validFor: /^[\w-]*$/ } : null;
}

/** Keys of the same map, so that none is offered twice. */
function keysBeside(doc, line, indent) {
  const there = new Set();
  for (const step of [-1, 1]) {
    for (let at = line.number + step; at > 0 && at <= doc.lines; at += step) {
      const row = doc.line(at).text;
      if (!row.trim() || row.trim().startsWith("#")) continue;
      const own = /^\s*(?:- +)?/.exec(row)[0].length;
      if (own < indent) break;
      if (own > indent) continue;
      const found = /^\s*((?:- +)?)([\w-]+):/.exec(row);
      if (found) there.add(found[2]);
      if (found?.[1] && step < 0) break;
      if (found?.[1] && step > 0) {
        there.delete(found[2]);
        break;
      }
    }
  }
  return there;
}

/** The help of the key under the pointer. */
export function helpAt(schema, tree, state, at) {
  const node = tree.resolveInner(at, 1);
  const key = node.name === "Key" ? node : node.parent?.name === "Key" ? node.parent : null;
  if (!key) return null;
  const steps = way(tree, state.doc, key.from);
  const found = part(schema, state.doc, [...steps, { key: text(state.doc, key) }]);
  if (!found?.description) return null;
  return { from: key.from, to: key.to, text: [found.description, detail(found)].filter(Boolean).join(" ") };
}
