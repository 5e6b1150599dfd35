/**
 * What went wrong in a cell, in plain words below its output.
 */
import type { TranslationBundle } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

import type { IExplained } from './protocol';
import type { INotebookSession } from './tokens';
import { goToCell } from './view';

const CLASS = 'jp-MathCoder-explanation';

/** Show an explanation below its cell, in place of an earlier one. */
export async function showExplanation(
  session: INotebookSession,
  explained: IExplained,
  trans: TranslationBundle
): Promise<void> {
  const notebook = session.panel.content;
  const cell = notebook.widgets.find(widget => widget.model.id === explained.cell);
  const layout = cell?.layout;
  if (!cell || !(layout instanceof PanelLayout)) {
    return;
  }
  layout.widgets.filter(widget => widget.hasClass(CLASS)).forEach(widget => widget.dispose());
  const box = new Widget({ node: document.createElement('section') });
  box.addClass(CLASS);
  box.node.setAttribute('role', 'status');
  box.node.setAttribute('aria-label', trans.__('Explanation of the error'));
  const title = document.createElement('div');
  title.className = 'jp-MathCoder-explanationTitle';
  title.textContent = explained.title;
  // Not trusted: whatever it says is sanitised.
  const renderer = notebook.rendermime.createRenderer('text/markdown');
  const model = notebook.rendermime.createModel({ data: { 'text/markdown': explained.text } });
  await renderer.renderModel(model);
  const buttons = document.createElement('div');
  buttons.className = 'jp-MathCoder-choices';
  const { fix, line } = explained;
  if (fix !== null && line !== null) {
    const shared = cell.model.sharedModel;
    const before = shared.getSource().split('\n')[line - 1];
    const suggestion = document.createElement('pre');
    suggestion.className = 'jp-MathCoder-fix';
    suggestion.textContent = fix;
    const apply = button(trans.__('Put this in line %1', line), () => {
      const lines = shared.getSource().split('\n');
      if (lines[line - 1] === before) {
        lines[line - 1] = fix;
        shared.setSource(lines.join('\n'));
        box.dispose();
      }
    });
    buttons.append(apply);
    box.node.append(title, renderer.node, suggestion);
  } else {
    box.node.append(title, renderer.node);
  }
  const { ask } = explained;
  if (ask) {
    buttons.append(
      button(trans.__('Ask %1 about it', ask.model), () => {
        void goToCell(session.panel, session.ask(explained.cell, ask.question));
        box.dispose();
      })
    );
  }
  buttons.append(button(trans.__('Close'), () => box.dispose()));
  box.node.append(buttons);
  box.disposed.connect(() => renderer.dispose());
  cell.model.contentChanged.connect(() => box.dispose());
  layout.insertWidget(layout.widgets.length - 1, box);
}

function button(label: string, run: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'jp-MathCoder-button';
  node.textContent = label;
  node.addEventListener('click', event => {
    event.stopPropagation();
    run();
  });
  return node;
}
