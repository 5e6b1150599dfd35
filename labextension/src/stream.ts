/**
 * Gathers what the kernel streams, so that the document is edited at most once per animation frame.
 */
import type { IDisposable } from '@lumino/disposable';

import type { NotebookDocument } from './document';

const HIDDEN_PAGE_MS = 200; // a page in the background gets no animation frames

/** Streamed text on its way into the document. */
export class FrameWriter implements IDisposable {
  /**
   * @param _document - What is edited.
   * @param _written - Called with the ids of the cells that were edited.
   */
  constructor(
    private readonly _document: NotebookDocument,
    private readonly _written: (ids: readonly string[]) => void
  ) {}

  get isDisposed(): boolean {
    return this._disposed;
  }

  dispose(): void {
    this._disposed = true;
    this._pending.clear();
  }

  /** Replace the source of a cell from `at` to its end, at the next frame. */
  write(id: string, at: number, text: string): void {
    const waiting = this._pending.get(id);
    if (waiting && at >= waiting.at) {
      const kept = waiting.text.slice(0, at - waiting.at);
      this._pending.set(id, { at: waiting.at, text: kept + text });
    } else {
      this._pending.set(id, { at, text });
    }
    if (!this._scheduled) {
      this._scheduled = true;
      const flush = () => this.flush();
      if (document.hidden) {
        window.setTimeout(flush, HIDDEN_PAGE_MS);
      } else {
        window.requestAnimationFrame(flush);
      }
    }
  }

  /** Write what is waiting now. */
  flush(): void {
    this._scheduled = false;
    if (this._disposed || !this._pending.size) {
      return;
    }
    const pending = [...this._pending];
    this._pending.clear();
    this._document.quietly(() => {
      for (const [id, { at, text }] of pending) {
        this._document.write(id, at, text);
      }
    });
    this._written(pending.map(([id]) => id));
  }

  /** Forget what is waiting for a cell. */
  drop(id: string): void {
    this._pending.delete(id);
  }

  private readonly _pending = new Map<string, { at: number; text: string }>();
  private _scheduled = false;
  private _disposed = false;
}
