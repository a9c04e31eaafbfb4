// The YAML panel's text editor: CodeMirror 6 as the element <yaml-editor>. `make editor` bundles it into ../yaml-editor.js,
// which the app loads when the panel opens for the first time.
//
// Properties: `text` (setting another one replaces it), `mark` (what is wrong, where), `schema` (JSON Schema of the
// spec, for completion and help). Event: `edit` when somebody changed the text. It lives in a shadow root: there CodeMirror
// brings its styles as constructed sheets, which the page's policy allows.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { offers, helpAt } from "./schema.mjs";

const fromOutside = Annotation.define();

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--text-1)", backgroundColor: "var(--bg-panel)", fontSize: "var(--size-meta)" },
  // The page draws the ring, around what is here: the gutters would cover it.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.25rem", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text-1)", paddingBlock: "var(--space-2)" },
  ".cm-cursor": { borderLeftColor: "var(--text-1)" },
  ".cm-gutters": { color: "var(--text-3)", backgroundColor: "var(--bg-panel)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--bg-hover)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft)",
  },
  ".cm-tooltip, .cm-panels": {
    color: "var(--text-1)",
    backgroundColor: "var(--bg-raised)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius-2)",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--text-1)", backgroundColor: "var(--accent-soft)" },
  ".cm-completionInfo": { maxWidth: "20rem", padding: "var(--space-2)", fontFamily: "var(--font-ui)" },
  ".cm-help": { maxWidth: "24rem", padding: "var(--space-2)", fontFamily: "var(--font-ui)" },
  ".cm-diagnostic": { fontFamily: "var(--font-ui)", borderLeftColor: "var(--error)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--error)" },
  ".cm-lint-marker-error": { content: "none", inlineSize: "0.5rem", blockSize: "0.5rem", borderRadius: "50%", background: "var(--error)" },
});

const colors = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--note)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword, tags.atom], color: "var(--warning)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--text-3)" },
]);

class YamlEditor extends HTMLElement {
  #view;
  #schema = null;

  constructor() {
    super();
    const complete = (context) => this.#schema && offers(this.#schema, syntaxTree(context.state), context);
    const help = hoverTooltip((view, at) => {
      const found = this.#schema && helpAt(this.#schema, syntaxTree(view.state), view.state, at);
      if (!found) return null;
      const dom = document.createElement("div");
      dom.className = "cm-help";
      dom.textContent = found.text;
      return { pos: found.from, end: found.to, above: true, create: () => ({ dom }) };
    });
    this.#view = new EditorView({
      root: this.attachShadow({ mode: "open" }),
      parent: this.shadowRoot,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          indentUnit.of("  "),
          closeBrackets(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          yaml(),
          syntaxHighlighting(colors),
          lintGutter(),
          autocompletion({ override: [complete], icons: false }),
          help,
          keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...completionKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          theme,
          EditorView.contentAttributes.of({ "aria-label": "aurora.yaml", spellcheck: "false" }),
          EditorView.updateListener.of((update) => {
            const typed = update.transactions.some((it) => it.docChanged && !it.annotation(fromOutside));
            if (typed) this.dispatchEvent(new CustomEvent("edit"));
          }),
        ],
      }),
    });
    // Properties that were set before this class was there.
    for (const name of ["schema", "text", "mark"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    if (text === this.text) return;
    const changes = { from: 0, to: this.#view.state.doc.length, insert: text };
    this.#view.dispatch({ changes, annotations: fromOutside.of(true) });
  }

  /** What is wrong: line and column, both from 1, and the words; empty where nothing is. */
  set mark(text) {
    const { doc } = this.#view.state;
    const found = /^(\d+) (\d+) ([^]*)$/.exec(text);
    const marks = [];
    if (found) {
      const row = doc.line(Math.min(Math.max(Number(found[1]), 1), doc.lines));
      const from = Math.min(row.from + Number(found[2]) - 1, row.to);
      const word = /^[^\s:,\]}]+/.exec(doc.sliceString(from, row.to));
      const to = Math.min(from + (word ? word[0].length : 1), doc.length);
      marks.push({ from, to, severity: "error", message: found[3] });
    }
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  set schema(json) {
    this.#schema = json ? JSON.parse(json) : null;
  }

  /** Moves the cursor to a line and column, both from 1, and the focus with it. */
  reach(line, column) {
    const { doc } = this.#view.state;
    const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const anchor = Math.min(row.from + Math.max(column - 1, 0), row.to);
    this.#view.dispatch({ selection: { anchor }, scrollIntoView: true });
    this.#view.focus();
  }

  focus() {
    this.#view.focus();
  }
}

customElements.define("yaml-editor", YamlEditor);
