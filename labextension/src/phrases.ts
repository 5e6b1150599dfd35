/**
 * The state of a session in words: for the status bar, the toolbar and screen readers.
 */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Phase, RunMode } from './protocol';
import type { INotebookSession } from './tokens';

/** What the kernel is doing. */
export function phaseName(phase: Phase, trans: TranslationBundle): string {
  switch (phase) {
    case 'loading':
      return trans.__('loading the model…');
    case 'reading':
      return trans.__('reading…');
    case 'writing':
      return trans.__('writing…');
    case 'running':
      return trans.__('running code…');
    case 'waiting':
      return trans.__('waiting for you');
    case 'checking':
      return trans.__('checking the answer…');
    case 'stopping':
      return trans.__('stopping…');
  }
}

/** The present state, short: what it is doing, or how the last answer ended. Without numbers that change all the time. */
export function stateName(session: INotebookSession, trans: TranslationBundle): string {
  if (session.state === 'connecting') {
    return trans.__('connecting…');
  }
  if (session.state === 'unusable') {
    return trans.__('answers under the question');
  }
  if (session.turn !== null) {
    // Code that does not listen keeps the kernel from saying so itself.
    if (session.stopping !== 'no') {
      return session.stopping === 'stalled'
        ? trans.__('still stopping…')
        : phaseName('stopping', trans);
    }
    return session.status ? phaseName(session.status.phase, trans) : trans.__('starting…');
  }
  switch (session.ended?.outcome) {
    case 'answered':
      return session.answer?.label ? trans.__(session.answer.label) : trans.__('answered');
    case 'unanswered':
      return trans.__('no answer');
    case 'stopped':
      return trans.__('stopped');
    case 'failed':
      return trans.__('failed');
    default:
      return trans.__('ready');
  }
}

/** ✓ for a check that passed, ⚠ for one that failed, "" for none. */
export function checkSign(session: INotebookSession): string {
  if (session.turn !== null || session.ended?.outcome !== 'answered') {
    return '';
  }
  const passed = session.answer?.passed;
  return passed === true ? '✓ ' : passed === false ? '⚠ ' : '';
}

/** The speed of the model while it writes, or "". */
export function speed(session: INotebookSession, trans: TranslationBundle): string {
  const writing = session.turn !== null && session.status?.phase === 'writing';
  const rate = writing ? session.status?.tokens_per_second : null;
  return rate ? trans.__('%1 tokens/s', Math.round(rate)) : '';
}

/** A run mode, short. */
export function runModeName(mode: RunMode, trans: TranslationBundle): string {
  switch (mode) {
    case 'never':
      return trans.__('Run code: never');
    case 'ask':
      return trans.__('Run code: ask me first');
    case 'guarded':
      return trans.__('Run code: only maths');
    case 'auto':
      return trans.__('Run code: always');
  }
}

/** A run mode, explained. */
export function runModeCaption(mode: RunMode, trans: TranslationBundle): string {
  switch (mode) {
    case 'never':
      return trans.__('Generated code is only shown. You can run it yourself.');
    case 'ask':
      return trans.__('Every generated cell waits until you press Run.');
    case 'guarded':
      return trans.__('Ordinary maths code runs at once; anything else waits until you press Run.');
    case 'auto':
      return trans.__('All generated code runs at once, with your rights on this computer.');
  }
}
