// A parser's answer with its reason in English, as tests compare it.
import type { Result } from '../../src/domain/result';
import { said } from './said';

export const inWords = <T>(
  answer: Result<T>,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string } =>
  answer.ok ? answer : { ok: false, reason: said(answer.reason) };
