/**
 * What sessions do with the notebook on the screen: find, run, render and show cells.
 */
import { CodeCell, MarkdownCell, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { JSONObject } from '@lumino/coreutils';

import type { INotebookView, RunRequest } from './tokens';

/** A notebook panel as sessions use it. */
export class NotebookView implements INotebookView {
  constructor(private readonly _panel: NotebookPanel) {}

  /** The widget of a cell, or null. */
  cell(id: string): Cell | null {
    return this._panel.content.widgets.find(cell => cell.model.id === id) ?? null;
  }

  async run(id: string, request?: RunRequest): Promise<void> {
    const cell = this.cell(id);
    if (!(cell instanceof CodeCell)) {
      throw new Error(`There is no code cell ${id}.`);
    }
    const metadata = request ? { mathcoder_request: request as unknown as JSONObject } : {};
    // Never through the notebook's own executor: one that queues cells would wait for the question, which waits for
    // this cell.
    await CodeCell.execute(cell, this._panel.sessionContext, metadata);
  }

  render(id: string): void {
    const cell = this.cell(id);
    const notebook = this._panel.content;
    const typing = notebook.mode === 'edit' && notebook.activeCell === cell;
    if (cell instanceof MarkdownCell && !typing) {
      cell.rendered = true;
    }
  }
}

/** Bring a cell into view and make it the active one: only ever because the person asked for it. */
export async function goToCell(panel: NotebookPanel, id: string): Promise<void> {
  const notebook = panel.content;
  const index = notebook.widgets.findIndex(cell => cell.model.id === id);
  if (index < 0) {
    return;
  }
  notebook.mode = 'command';
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  await notebook.scrollToItem(index, 'smart');
  notebook.activeCell?.node.focus({ preventScroll: true });
}
