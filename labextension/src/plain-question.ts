/**
 * The editor of a question cell: its first line, `%%mathcoder`, is there but neither seen nor edited, and the rest is
 * shown as words, not as Python.
 */
import { StreamLanguage } from '@codemirror/language';
import {
  EditorSelection,
  EditorState,
  Prec,
  StateField,
  Transaction,
  type Extension,
  type Text
} from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

import { QUESTION_LINE } from './metadata';

/** Where the visible text begins; 0 where the first line is not exactly ours (then all is shown). */
function hiddenLength(text: Text): number {
  return text.lines > 1 && text.line(1).text.trim() === QUESTION_LINE ? text.line(2).from : 0;
}

/** What is shown where there is no question yet. */
class Hint extends WidgetType {
  constructor(private readonly _text: string) {
    super();
  }

  override eq(other: Hint): boolean {
    return other._text === this._text;
  }

  override toDOM(): HTMLElement {
    const node = document.createElement('span');
    node.className = 'cm-placeholder';
    node.style.pointerEvents = 'none';
    node.textContent = this._text;
    return node;
  }
}

const firstLine = Decoration.replace({ block: true });

function hiddenField(hint: string): Extension {
  const widget = Decoration.widget({ widget: new Hint(hint), side: 1 });
  const decorations = (text: Text): DecorationSet => {
    const end = hiddenLength(text);
    const found = end ? [firstLine.range(0, end - 1)] : [];
    return Decoration.set(end && text.length === end ? [...found, widget.range(end)] : found);
  };
  return StateField.define<DecorationSet>({
    create: state => decorations(state.doc),
    update: (value, transaction) =>
      transaction.docChanged ? decorations(transaction.newDoc) : value,
    provide: field => EditorView.decorations.from(field)
  });
}

/** What the person types or deletes leaves the first line alone; what comes from the document passes. */
const protectedLine = EditorState.changeFilter.of(transaction => {
  const typed = ['input', 'delete', 'move'].some(event => transaction.isUserEvent(event));
  const end = hiddenLength(transaction.startState.doc);
  return typed && end ? [0, end] : true;
});

/** The caret never stands in the first line. */
const caret = EditorState.transactionFilter.of(transaction => {
  const end = hiddenLength(transaction.newDoc);
  const selection = transaction.newSelection;
  if (
    !end ||
    transaction.annotation(Transaction.remote) ||
    selection.ranges.every(range => range.from >= end)
  ) {
    return transaction;
  }
  const ranges = selection.ranges.map(range =>
    EditorSelection.range(Math.max(range.anchor, end), Math.max(range.head, end))
  );
  return [
    transaction,
    { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }
  ];
});

/** A language without any syntax; Python, which the notebook may load for the cell at any time, does not get past it. */
const words = StreamLanguage.define<null>({
  name: 'words',
  token: stream => {
    stream.skipToEnd();
    return null;
  }
});

/** Words look like words. */
const asWords: Extension = [
  Prec.highest(words),
  EditorView.theme({
    '.cm-content': {
      fontFamily: 'var(--jp-content-font-family)',
      fontSize: 'var(--jp-content-font-size1)'
    }
  })
];

/** The editor extension of a question cell. */
export function plainQuestion(hint: string, name: string): Extension {
  return [
    hiddenField(hint),
    protectedLine,
    caret,
    asWords,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': name, spellcheck: 'true' })
  ];
}
