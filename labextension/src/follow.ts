/**
 * Keeps the end of an answer in view while it is written, as long as the person neither looks nor works elsewhere in the
 * notebook. What they work in stays where it is on the screen, also where the answer above it grows.
 */
import type { Cell } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';

const MARGIN = 24; // pixels below the end of the answer
const SETTLE_MS = 1000; // after the end of an answer: maths and figures are still being drawn
const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

/** Follows the answers of one notebook, one at a time. */
export class Follower implements IDisposable {
  constructor(private readonly _notebook: Notebook) {}

  get isDisposed(): boolean {
    return this._disposed;
  }

  dispose(): void {
    this._disposed = true;
    this._stop();
  }

  /** An answer begins; it is followed if its question is in view. */
  begin(ask: string): void {
    this._stop();
    const question = this._cell(ask);
    if (this._disposed || !question?.node.isConnected) {
      return;
    }
    const view = this._outer.getBoundingClientRect();
    const box = question.node.getBoundingClientRect();
    this._follows = view.height > 0 && box.top < view.bottom && box.bottom > view.top;
    this._looking = false;
    this._working = false;
    this._top = this._outer.scrollTop;
    this._sizes = new ResizeObserver(() => {
      this._hold();
      this._soon();
    });
    for (const type of ['wheel', 'touchmove'] as const) {
      this._outer.addEventListener(type, this._looked, { passive: true });
    }
    this._outer.addEventListener('scroll', this._scrolled, { passive: true });
    this._notebook.node.addEventListener('pointerdown', this._pressed, true);
    this._notebook.node.addEventListener('keydown', this._pressed, true);
  }

  /** The answer ends with this cell for now. */
  follow(id: string): void {
    if (!this._sizes) {
      return;
    }
    this._last = id;
    const cell = this._cell(id);
    if (cell) {
      this._sizes.observe(cell.node);
    }
    this._soon();
  }

  /** The answer is complete; what is still being drawn is followed. */
  end(): void {
    if (this._sizes && !this._ending) {
      this._ending = window.setTimeout(() => this._stop(), SETTLE_MS);
    }
  }

  private _stop(): void {
    window.clearTimeout(this._ending);
    this._ending = 0;
    this._follows = false;
    this._last = null;
    this._held = null;
    this._sizes?.disconnect();
    this._sizes = null;
    for (const type of ['wheel', 'touchmove'] as const) {
      this._outer.removeEventListener(type, this._looked);
    }
    this._outer.removeEventListener('scroll', this._scrolled);
    this._notebook.node.removeEventListener('pointerdown', this._pressed, true);
    this._notebook.node.removeEventListener('keydown', this._pressed, true);
  }

  /** The person scrolls: their view is left alone, until the end of the answer is in it again. */
  private readonly _looked = (): void => {
    this._follows = false;
    this._looking = true;
  };

  private readonly _scrolled = (): void => {
    const top = this._outer.scrollTop;
    const down = top > this._top;
    this._top = top;
    this._remember();
    // Upwards they leave, even if the end is still in view; our own moves are none.
    if (down && this._looking && !this._working && this._below() <= 0) {
      this._looking = false;
      this._follows = true;
    }
  };

  /** The person types or clicks in a cell, or drags the scroll bar: nothing moves until the next answer. */
  private readonly _pressed = (event: Event): void => {
    const target = event.target;
    const ours = target instanceof Element && target.closest('.jp-MathCoder-bar') !== null;
    const modifier = event instanceof KeyboardEvent && MODIFIERS.has(event.key);
    if (!ours && !modifier) {
      this._follows = false;
      this._working = true;
      window.setTimeout(() => {
        this._held = this._sizes && this._notebook.activeCell;
        this._remember();
      });
    }
  };

  private _remember(): void {
    this._heldTop = this._held?.node.getBoundingClientRect().top ?? 0;
  }

  /** The cell that is worked in stays where it is. */
  private _hold(): void {
    const moved = (this._held?.node.getBoundingClientRect().top ?? this._heldTop) - this._heldTop;
    if (Math.abs(moved) >= 1 && this._held?.node.isConnected) {
      this._outer.scrollTop += moved;
    }
  }

  private _soon(): void {
    if (this._follows && !this._planned) {
      this._planned = true;
      window.requestAnimationFrame(() => {
        this._planned = false;
        this._move();
      });
    }
  }

  private _move(): void {
    const last = this._notebook.widgets.findIndex(cell => cell.model.id === this._last);
    if (this._follows && last >= 0 && !this._notebook.widgets[last]!.node.isConnected) {
      void this._notebook.scrollToItem(last, 'auto'); // a notebook that shows only the cells in view
      return;
    }
    const below = this._below();
    if (this._follows && below > 0) {
      this._outer.scrollTop += below;
      this._top = this._outer.scrollTop;
    }
  }

  /** How many pixels of the answer are below what is in view. */
  private _below(): number {
    const cell = this._last === null ? null : this._cell(this._last);
    const view = this._outer.getBoundingClientRect();
    if (!cell?.node.isConnected || !view.height) {
      return 0;
    }
    return cell.node.getBoundingClientRect().bottom + MARGIN - view.bottom;
  }

  private _cell(id: string): Cell | null {
    return this._notebook.widgets.find(cell => cell.model.id === id) ?? null;
  }

  private get _outer(): HTMLElement {
    return this._notebook.outerNode;
  }

  private _sizes: ResizeObserver | null = null;
  private _last: string | null = null;
  private _follows = false;
  private _held: Cell | null = null; // what the person works in
  private _heldTop = 0;
  private _top = 0; // the scroll position, as far as it is known
  private _looking = false;
  private _working = false;
  private _planned = false;
  private _ending = 0;
  private _disposed = false;
}
