/**
 * What sessions do with the notebook on the screen: find, run, render and show cells.
 */
import { CodeCell, MarkdownCell, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { JSONObject } from '@lumino/coreutils';

import { Follower } from './follow';
import type { INotebookView, RunRequest } from './tokens';

const RENDER_MS = 100; // between two renderings of a Markdown cell that is being written
const RENDER_SHARE = 4; // rendering takes at most a fifth of the time, however long the text is

/** A notebook panel as sessions use it. */
export class NotebookView implements INotebookView {
  constructor(private readonly _panel: NotebookPanel) {
    this._follower = new Follower(_panel.content);
    _panel.disposed.connect(() => this._follower.dispose());
  }

  beginFollowing(ask: string): void {
    this._follower.begin(ask);
  }

  follow(id: string): void {
    this._follower.follow(id);
  }

  endFollowing(): void {
    this._follower.end();
  }

  preview(id: string): void {
    if (this._previewing.has(id)) {
      return;
    }
    this._previewing.add(id);
    const pause = this._slow?.id === id ? this._slow.pause : RENDER_MS;
    window.setTimeout(() => void this._preview(id), pause);
  }

  /** Show the present text of a Markdown cell; the notebook itself does so only a second after the last change. */
  private async _preview(id: string): Promise<void> {
    this._previewing.delete(id);
    const cell = this.cell(id);
    if (!(cell instanceof MarkdownCell) || cell.isDisposed || !cell.rendered) {
      return;
    }
    const text = cell.model.sharedModel.getSource();
    const started = performance.now();
    const model = this._panel.content.rendermime.createModel({ data: { 'text/markdown': text } });
    await cell.renderer.renderModel(model);
    this._slow = { id, pause: Math.max(RENDER_MS, RENDER_SHARE * (performance.now() - started)) };
  }

  private readonly _follower: Follower;
  private readonly _previewing = new Set<string>();
  private _slow: { readonly id: string; readonly pause: number } | null = null; // the cell rendered last

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
      this.preview(id);
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
