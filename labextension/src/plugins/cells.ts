/**
 * Marks questions and generated cells, and shows what is to be said or decided at them.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { Cell } from '@jupyterlab/cells';
import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { PanelLayout } from '@lumino/widgets';

import { CellBar } from '../bar';
import { describe } from '../marks';
import { DOMAIN } from '../names';
import { IMathCoder, type INotebookSession } from '../tokens';

const SETTLE_MS = 300; // after the last keystroke, until "edited" is judged

/** The bars of one notebook. */
class NotebookBars {
  constructor(
    private readonly _session: INotebookSession,
    private readonly _commands: CommandRegistry,
    private readonly _trans: TranslationBundle
  ) {
    _session.cellChanged.connect((_, id) => {
      if (id === null) {
        this._all();
      } else {
        this._update(id);
      }
    });
    const notebook = _session.panel.content;
    const watch = () => {
      notebook.model?.cells.changed.connect(() => this._soon());
      this._soon();
    };
    notebook.modelChanged.connect(watch);
    watch();
  }

  private _soon(): void {
    if (!this._planned) {
      this._planned = true;
      // Lumino gives a new cell its layout before this runs.
      queueMicrotask(() => {
        this._planned = false;
        this._all();
      });
    }
  }

  private _all(): void {
    if (!this._session.panel.isDisposed) {
      this._session.panel.content.widgets.forEach(cell => this._show(cell));
    }
  }

  private _update(id: string): void {
    const cell = this._session.panel.content.widgets.find(widget => widget.model.id === id);
    if (cell) {
      this._show(cell);
    }
  }

  private _watch(cell: Cell): void {
    if (this._watched.has(cell)) {
      return;
    }
    this._watched.add(cell);
    let timer = 0;
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (!cell.isDisposed) {
          this._show(cell);
        }
      }, SETTLE_MS);
    };
    cell.model.contentChanged.connect(later);
    cell.model.metadataChanged.connect(later);
    void cell.ready.then(() => {
      if (!cell.isDisposed) {
        this._show(cell);
      }
    });
  }

  private _show(cell: Cell): void {
    this._watch(cell);
    const layout = cell.layout as PanelLayout | null;
    if (cell.isDisposed || !layout || !layout.widgets.length) {
      return;
    }
    const ours =
      this._session.state !== 'none' || cell.model.getMetadata('mathcoder') !== undefined;
    const mark = ours ? describe(cell.model.sharedModel, this._session, this._trans) : null;
    let bar = this._bars.get(cell);
    if (mark && !bar) {
      bar = new CellBar(cell.model.id, this._commands, this._trans);
      this._bars.set(cell, bar);
      if (mark.role === 'plain') {
        this._below.add(bar);
      }
      // Above the cell; what is offered for an error stands below it.
      layout.insertWidget(mark.role === 'plain' ? layout.widgets.length - 1 : 1, bar);
    } else if (bar && (!mark || (mark.role === 'plain') !== this._below.has(bar))) {
      bar.dispose();
      this._bars.delete(cell);
      if (mark) {
        this._show(cell);
        return;
      }
    }
    if (mark) {
      bar?.present(mark);
    }
    cell.node.classList.toggle('jp-mod-mathcoder-generated', mark?.role === 'generated');
    cell.node.classList.toggle('jp-mod-mathcoder-question', mark?.role === 'question');
    cell.node.classList.toggle('jp-mod-mathcoder-waiting', mark?.tone === 'waiting');
    cell.node.classList.toggle('jp-mod-mathcoder-stale', mark?.tone === 'stale');
    cell.node.classList.toggle(
      'jp-mod-mathcoder-error',
      mark?.buttons.some(button => button.command !== undefined && mark.role === 'plain') ?? false
    );
  }

  private _planned = false;
  private readonly _bars = new WeakMap<Cell, CellBar>();
  private readonly _below = new WeakSet<CellBar>();
  private readonly _watched = new WeakSet<Cell>();
}

/** The plugin. */
export const cells: JupyterFrontEndPlugin<void> = {
  id: 'mathcoder-jupyterlab:cells',
  description: 'Marks questions and generated cells, with buttons for what can be done with them.',
  autoStart: true,
  requires: [IMathCoder],
  optional: [ITranslator],
  activate: (app: JupyterFrontEnd, mathcoder: IMathCoder, translator: ITranslator | null) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    mathcoder.added.connect((_, session) => {
      new NotebookBars(session, app.commands, trans);
    });
  }
};
