/**
 * What is said at a cell: a pure description, from the cell and its session, that `bar.ts` shows.
 */
import type { ISharedCell } from '@jupyter/ydoc';
import type { TranslationBundle } from '@jupyterlab/translation';

import { generatedMark, isQuestionCell, isUnchanged, readMark, type ICellMark } from './metadata';
import { lastError } from './model';
import { CommandIDs, type INotebookSession } from './tokens';

/** A button that runs a command on the cell. */
export interface IButton {
  readonly label: string;
  readonly caption: string;
  readonly command?: string;
  readonly run?: () => void;
  readonly primary?: boolean;
}

/** What stands above a cell. */
export interface IMark {
  /** CSS classes of the cell. */
  readonly role: 'question' | 'generated' | 'plain';
  /** The visible name. */
  readonly label: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Short facts beside the name. */
  readonly facts: readonly string[];
  /** A sentence that needs the person's attention, "" for none. */
  readonly notice: string;
  /** Points of that sentence. */
  readonly reasons: readonly string[];
  readonly buttons: readonly IButton[];
  /** Buttons that belong to the notice. */
  readonly choices: readonly IButton[];
  /** Commands of the menu. */
  readonly menu: readonly string[];
  readonly tone: 'quiet' | 'waiting' | 'stale';
  /** Nothing has to be read here: only the menu is shown, beside the cell. */
  readonly compact: boolean;
}

/** The mark of a cell; null for a cell that is none of our business. */
export function describe(
  cell: ISharedCell,
  session: INotebookSession,
  trans: TranslationBundle
): IMark | null {
  const mark = generatedMark(cell);
  if (mark) {
    return describeGenerated(cell, mark, session, trans);
  }
  if (isQuestionCell(cell)) {
    return describeQuestion(cell, readMark(cell), session, trans);
  }
  const failed = cell.cell_type === 'code' && lastError(cell) !== null;
  return failed && session.state === 'ready'
    ? {
        role: 'plain',
        label: '',
        spoken: trans.__('MathCoder can explain the error of this cell'),
        facts: [],
        notice: '',
        reasons: [],
        buttons: [explainButton(trans)],
        choices: [],
        menu: [],
        tone: 'quiet',
        compact: false
      }
    : null;
}

function explainButton(trans: TranslationBundle): IButton {
  return {
    label: trans.__('Explain this error'),
    caption: trans.__('Say in plain words what went wrong, and the likely cause'),
    command: CommandIDs.explain
  };
}

function describeQuestion(
  cell: ISharedCell,
  mark: ICellMark | null,
  session: INotebookSession,
  trans: TranslationBundle
): IMark {
  const id = cell.getId();
  const answered = session.document.answerCells(id).length > 0;
  const asking = session.asking === id;
  const facts: string[] = [];
  if (asking) {
    facts.push(trans.__('being answered'));
  } else if (mark?.answer !== undefined && mark.checked) {
    facts.push(trans.__(mark.checked));
  }
  const buttons: IButton[] = answered
    ? [
        {
          label: trans.__('Go to answer'),
          caption: trans.__('Go to the answer of this question'),
          command: CommandIDs.goToAnswer
        }
      ]
    : [];
  return {
    role: 'question',
    label: trans.__('Question'),
    spoken: [trans.__('Question for MathCoder'), ...facts].join(', '),
    facts,
    notice: '',
    reasons: [],
    buttons,
    choices: [],
    menu: [CommandIDs.again, CommandIDs.copy, CommandIDs.remove],
    tone: 'quiet',
    compact: false
  };
}

function describeGenerated(
  cell: ISharedCell,
  mark: ICellMark & { ask: string },
  session: INotebookSession,
  trans: TranslationBundle
): IMark {
  const id = cell.getId();
  const names: Partial<Record<NonNullable<ICellMark['kind']>, string>> = {
    text: trans.__('MathCoder'),
    code: trans.__('MathCoder'),
    answer: trans.__('MathCoder · answer'),
    note: trans.__('MathCoder · note')
  };
  const label = names[mark.kind ?? 'text'] ?? trans.__('MathCoder');
  const facts: string[] = [];
  const writing = session.isWriting(id);
  if (writing) {
    facts.push(trans.__('writing…'));
  } else {
    if (mark.stale) {
      facts.push(trans.__('from an earlier answer'));
    }
    if (mark.edited || (mark.hash !== undefined && !isUnchanged(cell))) {
      facts.push(trans.__('edited'));
    }
    if (mark.status === 'not run') {
      facts.push(trans.__('not run'));
    } else if (mark.status === 'timeout') {
      facts.push(trans.__('took too long'));
    }
  }
  const wait = session.waiting(id);
  const fallback = session.fallback(id);
  let notice = '';
  const choices: IButton[] = [];
  if (wait) {
    notice =
      wait.why === 'ask'
        ? trans.__('Shall this code run?')
        : trans.__('This code does more than maths. Shall it run?');
    choices.push(
      {
        label: trans.__('Run'),
        caption: trans.__('Run this code and let the answer go on'),
        run: () => session.approve(id, 'cell'),
        primary: true
      },
      {
        label: trans.__('Run all of this answer'),
        caption: trans.__(
          'Run this code and everything else that this answer brings, without asking again'
        ),
        run: () => session.approve(id, 'turn')
      },
      {
        label: trans.__("Don't run"),
        caption: trans.__('End the answer here'),
        run: () => session.decline(id)
      }
    );
  } else if (fallback !== null) {
    notice = fallback;
  }
  const buttons: IButton[] = [];
  if (mark.kind === 'code' && session.state === 'ready' && lastError(cell)) {
    buttons.push(explainButton(trans));
  }
  const question = session.document.cell(mark.ask) !== null;
  return {
    role: 'generated',
    label,
    spoken: [
      {
        text: trans.__('Words written by MathCoder'),
        code: trans.__('Code written by MathCoder'),
        answer: trans.__('Answer by MathCoder'),
        note: trans.__('Note by MathCoder'),
        question: ''
      }[mark.kind ?? 'text'],
      ...facts,
      notice
    ]
      .filter(part => part)
      .join(', '),
    facts,
    notice,
    reasons: wait?.reasons ?? [],
    buttons,
    choices,
    menu: [
      CommandIDs.continueFrom,
      CommandIDs.keep,
      ...(question ? [CommandIDs.again, CommandIDs.copy, CommandIDs.goToQuestion] : []),
      CommandIDs.remove
    ],
    tone: wait || fallback !== null ? 'waiting' : mark.stale ? 'stale' : 'quiet',
    compact: !facts.length && !notice && !buttons.length && !isFirst(cell, mark, session)
  };
}

/** Whether a cell is the first of its answer: the one that bears the name. */
function isFirst(cell: ISharedCell, mark: { ask: string }, session: INotebookSession): boolean {
  return session.document.answerCells(mark.ask)[0]?.getId() === cell.getId();
}
