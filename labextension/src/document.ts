/**
 * Edits of the notebook document that an answer makes. Nothing here knows widgets or kernels.
 */
import type { ISharedCell, ISharedNotebook, SharedCell } from '@jupyter/ydoc';
import type { JSONObject } from '@lumino/coreutils';

import { KEY, QUESTION_LINE, generatedMark, isUnchanged, mergeMetadata } from './metadata';

/** The undo manager of a shared notebook, as far as it is needed here (`Y.UndoManager`). */
interface IUndoSteps {
  readonly undoStack: readonly object[];
  lastChange: number;
  stopCapturing(): void;
}

/**
 * The document of one notebook, edited on behalf of one turn at a time.
 *
 * #### Notes
 * What is streamed into a cell is no undo step of its own: undoing the insertion of the cell takes its text along.
 * All insertions and removals of a turn are one undo step, unless the person edited the notebook in between.
 */
export class NotebookDocument {
  constructor(readonly notebook: ISharedNotebook) {}

  /** All cells in order. */
  get cells(): readonly ISharedCell[] {
    return this.notebook.cells;
  }

  /** The cell with an id, or null. */
  cell(id: string): ISharedCell | null {
    return this.notebook.cells.find(cell => cell.getId() === id) ?? null;
  }

  /** The position of a cell, or -1. */
  position(id: string): number {
    return this.notebook.cells.findIndex(cell => cell.getId() === id);
  }

  /** The cells that answers to a question brought, in order; only those of one turn if it is named. */
  answerCells(ask: string, turn?: string): ISharedCell[] {
    return this.notebook.cells.filter(cell => {
      const mark = generatedMark(cell);
      return mark?.ask === ask && (turn === undefined || mark.turn === turn);
    });
  }

  /** A new turn: what it inserts is an undo step of its own. */
  begin(): void {
    this._ours = null;
  }

  /** Do several undoable edits as a part of the turn's undo step. */
  step(edit: () => void): void {
    const undo = this._undo;
    if (undo) {
      if (this._ours !== null && undo.undoStack.at(-1) === this._ours) {
        undo.lastChange = Date.now();
      } else {
        undo.stopCapturing();
      }
    }
    this.notebook.transact(edit);
    if (undo) {
      this._ours = undo.undoStack.at(-1) ?? null;
      undo.stopCapturing();
    }
  }

  /** Do edits that undoing passes over. */
  quietly(edit: () => void): void {
    this.notebook.transact(edit, false);
  }

  /** Insert a cell behind another one; behind the last cell of the turn or of the question if that one is gone. */
  insert(cell: SharedCell.Cell, after: string, ask: string, turn: string): ISharedCell {
    const last = this.answerCells(ask, turn).at(-1)?.getId();
    const anchors = [after, last, ask].filter(id => id !== undefined);
    const found = anchors.map(id => this.position(id)).find(index => index >= 0);
    const index = found === undefined ? this.cells.length : found + 1;
    this.step(() => this.notebook.insertCell(index, cell));
    return this.cells[index]!;
  }

  /** Insert a question behind a cell, as an undo step of its own; its id. */
  insertQuestion(after: string, question: string): string {
    const index = this.position(after) + 1;
    this.begin();
    this.step(() =>
      this.notebook.insertCell(index, {
        cell_type: 'code',
        source: `${QUESTION_LINE}\n${question}`,
        metadata: { [KEY]: { kind: 'question', plain: true } } as never
      })
    );
    return this.cells[index]!.getId();
  }

  /** Replace a cell's source from an offset to its end. */
  write(id: string, at: number, text: string): void {
    const cell = this.cell(id);
    if (cell) {
      this.quietly(() =>
        cell.updateSource(Math.min(at, cell.source.length), cell.source.length, text)
      );
    }
  }

  /** Make a cell's source equal to `source`, touching only what differs (so that a caret stays where it is). */
  settle(id: string, source: string): void {
    const cell = this.cell(id);
    const present = cell?.getSource();
    if (!cell || present === undefined || present === source) {
      return;
    }
    let same = 0;
    while (same < present.length && present[same] === source[same]) {
      same++;
    }
    this.quietly(() => cell.updateSource(same, present.length, source.slice(same)));
  }

  /** Merge metadata into a cell's. */
  merge(id: string, metadata: JSONObject): void {
    const cell = this.cell(id);
    if (cell) {
      this.quietly(() => mergeMetadata(cell, metadata));
    }
  }

  /** Remove cells. */
  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    if (!this.cells.some(cell => gone.has(cell.getId()))) {
      return;
    }
    this.step(() => {
      for (let index = this.cells.length - 1; index >= 0; index--) {
        if (gone.has(this.cells[index]!.getId())) {
          this.notebook.deleteCell(index);
        }
      }
    });
  }

  /** Take an older answer away: its unchanged cells go, those that the person edited stay and are marked stale. */
  replaceAnswer(ask: string, keep: readonly string[]): void {
    const old = this.answerCells(ask).filter(cell => !keep.includes(cell.getId()));
    const unchanged = old.filter(cell => isUnchanged(cell));
    for (const cell of old) {
      if (!unchanged.includes(cell)) {
        this.merge(cell.getId(), { [KEY]: { stale: true } });
      }
    }
    this.remove(unchanged.map(cell => cell.getId()));
  }

  private get _undo(): IUndoSteps | null {
    const undo: unknown = (this.notebook as { undoManager?: unknown }).undoManager;
    return typeof undo === 'object' && undo !== null && 'lastChange' in undo
      ? (undo as IUndoSteps)
      : null;
  }

  private _ours: object | null = null;
}
