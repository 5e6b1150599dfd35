/**
 * Questions without magics: a cell whose text is the question. It is saved as a `%%mathcoder` cell, which means the same
 * in every notebook frontend, and shown without that first line.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { CodeCell, type Cell } from '@jupyterlab/cells';
import { CodeMirrorEditor } from '@jupyterlab/codemirror';
import { ILauncher } from '@jupyterlab/launcher';
import { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { questionIcon } from '../icons';
import { KEY, QUESTION_LINE, readMark } from '../metadata';
import { DOMAIN, KERNEL } from '../names';
import { plainQuestion } from '../plain-question';
import { CommandIDs, IMathCoder } from '../tokens';

const MIME = 'text/plain';

/** Insert a question below the active cell, or make the active cell one if it is empty, and let the person type. */
export function insertQuestion(panel: NotebookPanel): void {
  const notebook = panel.content;
  const shared = notebook.model?.sharedModel;
  if (!shared) {
    return;
  }
  const active = notebook.activeCell;
  const empty = active instanceof CodeCell && active.model.sharedModel.getSource().trim() === '';
  const at = notebook.activeCellIndex + (empty ? 0 : 1);
  shared.transact(() => {
    if (empty) {
      shared.deleteCell(at);
    }
    shared.insertCell(Math.max(at, 0), {
      cell_type: 'code',
      source: `${QUESTION_LINE}\n`,
      metadata: { [KEY]: { kind: 'question', plain: true } } as never
    });
  });
  notebook.deselectAll();
  notebook.activeCellIndex = Math.max(at, 0);
  notebook.mode = 'edit';
  void notebook.scrollToItem(notebook.activeCellIndex, 'smart').then(() => {
    const editor = notebook.activeCell?.editor;
    editor?.setCursorPosition({ line: 1, column: 0 });
    editor?.focus();
  });
}

/** Show the question cells of a notebook as words. */
function dress(cell: Cell, hint: string, name: string): void {
  const plain = readMark(cell.model.sharedModel)?.plain === true;
  if (!plain || !(cell instanceof CodeCell)) {
    return;
  }
  void cell.ready.then(() => {
    const editor = cell.editor;
    if (cell.isDisposed || dressed.has(cell) || !(editor instanceof CodeMirrorEditor)) {
      return;
    }
    dressed.add(cell);
    editor.injectExtension(plainQuestion(hint, name));
    const asWords = () => {
      if (cell.model.mimeType !== MIME) {
        cell.model.mimeType = MIME;
      }
    };
    // The notebook gives every code cell the kernel's language when that becomes known.
    cell.model.mimeTypeChanged.connect(asWords);
    asWords();
  });
}

const dressed = new WeakSet<Cell>();

/** The plugin. */
export const question: JupyterFrontEndPlugin<void> = {
  id: 'mathcoder-jupyterlab:question',
  description: 'Question cells: plain words in, live cells out.',
  autoStart: true,
  requires: [IMathCoder, INotebookTracker],
  optional: [ICommandPalette, ILauncher, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    mathcoder: IMathCoder,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const hint = trans.__('Type a maths question, then press Shift+Enter');
    const name = trans.__('Question for MathCoder');

    const watch = (panel: NotebookPanel) => {
      const all = () => panel.content.widgets.forEach(cell => dress(cell, hint, name));
      const model = () => {
        panel.content.model?.cells.changed.connect(() => queueMicrotask(all));
        all();
      };
      panel.content.modelChanged.connect(model);
      model();
    };
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));

    app.commands.addCommand(CommandIDs.ask, {
      label: trans.__('Insert a Question'),
      caption: trans.__('Insert a cell for a maths question in plain words'),
      icon: questionIcon,
      isEnabled: () => mathcoder.current !== null,
      isVisible: () => mathcoder.current !== null,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => {
        const panel = mathcoder.current?.panel;
        if (panel) {
          insertQuestion(panel);
        }
      }
    });

    const hasKernel = () => app.serviceManager.kernelspecs.specs?.kernelspecs[KERNEL] !== undefined;
    app.commands.addCommand(CommandIDs.create, {
      label: args =>
        args['isLauncher'] ? trans.__('MathCoder Question') : trans.__('New MathCoder Question'),
      caption: trans.__('A new notebook that begins with a maths question'),
      icon: questionIcon,
      isEnabled: hasKernel,
      isVisible: hasKernel,
      describedBy: {
        args: {
          type: 'object',
          properties: { cwd: { type: 'string', description: 'The folder of the new notebook' } }
        }
      },
      execute: async args => {
        const panel: unknown = await app.commands.execute('notebook:create-new', {
          kernelName: KERNEL,
          ...(typeof args['cwd'] === 'string' ? { cwd: args['cwd'] } : {})
        });
        if (panel instanceof NotebookPanel) {
          await panel.context.ready;
          await panel.revealed;
          insertQuestion(panel);
        }
      }
    });

    const category = trans.__('MathCoder');
    palette?.addItem({ command: CommandIDs.ask, category });
    palette?.addItem({ command: CommandIDs.create, category });
    void app.serviceManager.kernelspecs.ready.then(() => {
      if (hasKernel()) {
        launcher?.add({
          command: CommandIDs.create,
          args: { isLauncher: true },
          // The launcher's own word for it, or the card would stand in a section of its own.
          category: (translator ?? nullTranslator).load('jupyterlab').__('Notebook'),
          rank: 1
        });
      }
      app.commands.notifyCommandChanged(CommandIDs.create);
    });
  }
};
