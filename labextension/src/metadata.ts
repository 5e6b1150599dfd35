/**
 * What generated cells carry in `metadata.mathcoder`, and the hash that tells whether a person edited them.
 */
import type { ISharedCell } from '@jupyter/ydoc';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { JSONObject } from '@lumino/coreutils';

import type { CellKind } from './protocol';

/** The key of cell and notebook metadata. */
export const KEY = 'mathcoder';

/** The first line of a question that is saved as a cell. */
export const QUESTION_LINE = '%%mathcoder';

const ASKS = /^\s*(?:#.*\r?\n\s*)*%%mathcoder(?=\s|$)/;

/** `metadata.mathcoder` of a cell; every key may be missing. */
export interface ICellMark {
  readonly turn?: string;
  readonly ask?: string;
  readonly kind?: CellKind;
  readonly index?: number;
  readonly hash?: string;
  readonly edited?: boolean;
  readonly stale?: boolean;
  readonly status?: string;
  readonly model?: string;
  readonly answer?: string;
  readonly checked?: string;
  /** A question cell that is shown without its first line. */
  readonly plain?: boolean;
}

/** The mark of a cell, or null where it has none. */
export function readMark(cell: ISharedCell): ICellMark | null {
  const mark: unknown = cell.getMetadata(KEY);
  return typeof mark === 'object' && mark !== null ? (mark as ICellMark) : null;
}

/** The mark of a cell that an answer brought, or null. */
export function generatedMark(cell: ISharedCell): (ICellMark & { ask: string }) | null {
  const mark = readMark(cell);
  return mark?.ask !== undefined && mark.kind !== 'question'
    ? (mark as ICellMark & { ask: string })
    : null;
}

/** Merge into `metadata.mathcoder` key by key; null deletes a key. Other keys of the cell's metadata are replaced. */
export function mergeMetadata(cell: ISharedCell, metadata: JSONObject): void {
  for (const [key, value] of Object.entries(metadata)) {
    if (key !== KEY || typeof value !== 'object' || value === null || Array.isArray(value)) {
      if (value === null) {
        cell.deleteMetadata(key);
      } else if (value !== undefined) {
        cell.setMetadata(key, value as never);
      }
      continue;
    }
    const merged: JSONObject = { ...((readMark(cell) ?? {}) as JSONObject) };
    for (const [name, part] of Object.entries(value)) {
      if (part === null || part === undefined) {
        delete merged[name];
      } else {
        merged[name] = part;
      }
    }
    if (Object.keys(merged).length) {
      cell.setMetadata(KEY, merged as never);
    } else {
      cell.deleteMetadata(KEY);
    }
  }
}

/**
 * The hash of a source as the protocol defines it: 16 hex digits of its SHA-256.
 *
 * #### Notes
 * Computed at once, because removing old cells and inserting new ones is one undo step; `crypto.subtle` works only
 * asynchronously, and not at all on a server without HTTPS.
 */
export function sourceHash(source: string): string {
  return bytesToHex(sha256(utf8ToBytes(source))).slice(0, 16);
}

/** Whether a generated cell still reads as it was written. */
export function isUnchanged(cell: ISharedCell): boolean {
  const hash = readMark(cell)?.hash;
  return hash !== undefined && hash === sourceHash(cell.getSource());
}

/** Whether a cell's source is a question as a whole, whatever comments stand above it. */
export function isQuestion(source: string): boolean {
  return ASKS.test(source);
}

/** Whether a cell asks: by its source, or because it was asked (`%mathcoder` and a question in one line). */
export function isQuestionCell(cell: ISharedCell): boolean {
  return (
    cell.cell_type === 'code' &&
    (isQuestion(cell.getSource()) || readMark(cell)?.kind === 'question')
  );
}
